package io.homeiq.app;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the house style asks of every source file and the compiler cannot see. Each rule answers with what is wrong. */
final class SourceRules {

    static final int MAX_LINES = 300;

    private static final Pattern PUBLIC_TYPE =
            Pattern.compile("^public [a-z -]*?(class|interface|record|enum|@interface) (\\w+)", Pattern.MULTILINE);
    private static final Pattern UNFINISHED = Pattern.compile("\\b(TO[D]O|FIX[M]E|XX[X])\\b");
    private static final Pattern IDLE_TEST = Pattern.compile("Thread[.]sleep\\(|@Disable[d]");

    private SourceRules() {}

    static List<String> ofAnyFile(String name, String text) {
        List<String> wrong = new ArrayList<>();
        long lines = text.lines().count();
        if (lines > MAX_LINES) {
            wrong.add(name + " has " + lines + " lines; more than " + MAX_LINES + " are two concepts");
        }
        if (UNFINISHED.matcher(text).find()) {
            wrong.add(name + " says that it is unfinished");
        }
        return wrong;
    }

    static List<String> ofMainFile(String name, String text) {
        List<String> wrong = ofAnyFile(name, text);
        Matcher type = PUBLIC_TYPE.matcher(text);
        if (type.find() && !endsWithJavadoc(text.substring(0, type.start()))) {
            wrong.add(name + ": the public type " + type.group(2) + " has no Javadoc that tells what it means");
        }
        return wrong;
    }

    /** Whether the last thing in the text is a Javadoc comment, annotations aside. */
    private static boolean endsWithJavadoc(String text) {
        int begin = text.lastIndexOf("/**");
        int end = text.lastIndexOf("*/");
        if (begin < 0 || end < begin) {
            return false;
        }
        String rest = text.substring(end + 2).strip();
        return rest.isEmpty() || rest.startsWith("@");
    }

    static List<String> ofPackageInfo(String name, String text) {
        List<String> wrong = ofAnyFile(name, text);
        if (!text.startsWith("/**")) {
            wrong.add(name + " does not tell what lives here and what it must not know");
        }
        if (!text.contains("@NullMarked")) {
            wrong.add(name + " lacks @NullMarked");
        }
        return wrong;
    }

    static List<String> ofTestFile(String name, String text) {
        List<String> wrong = ofAnyFile(name, text);
        if (IDLE_TEST.matcher(text).find()) {
            wrong.add(name + " sleeps or is disabled");
        }
        return wrong;
    }
}
