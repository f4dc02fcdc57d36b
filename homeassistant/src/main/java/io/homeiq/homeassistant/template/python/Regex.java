package io.homeiq.homeassistant.template.python;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Python's {@code re} on Java's: what both write alike, and their differences translated or named as unsupported. */
public final class Regex {

    /** A search that looks at more characters is given up, and named as unsupported. */
    private static final long MAX_STEPS = 5_000_000;

    private final Pattern pattern;

    private Regex(Pattern pattern) {
        this.pattern = pattern;
    }

    /**
     * An expression of Python's.
     *
     * @throws Unsupported if Java has it not, or otherwise, or if it is broken
     */
    public static Regex of(String expression, boolean ignoreCase) {
        var flags = Pattern.UNIX_LINES | Pattern.UNICODE_CHARACTER_CLASS;
        try {
            return new Regex(Pattern.compile(
                    translated(expression),
                    ignoreCase ? flags | Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE : flags));
        } catch (PatternSyntaxException | StackOverflowError e) {
            throw new Unsupported("the regular expression " + expression);
        }
    }

    private static String translated(String expression) {
        var java = new StringBuilder();
        var inClass = false;
        for (var at = 0; at < expression.length(); at++) {
            var c = expression.charAt(at);
            if (c == '\\' && at + 1 < expression.length()) {
                java.append(escape(expression, at));
                at++;
            } else if (inClass) {
                var first = expression.charAt(at - 1) == '[' || expression.startsWith("[^", at - 2);
                inClass = c != ']' || first;
                java.append(c == '[' || c == '&' || c == ']' && first ? "\\" + c : String.valueOf(c));
            } else if (c == '[') {
                inClass = true;
                java.append(c);
                if (at + 1 < expression.length() && expression.charAt(at + 1) == '^') {
                    java.append('^');
                    at++;
                }
            } else if (expression.startsWith("(?P<", at)) {
                java.append("(?<");
                at += 3;
            } else if (expression.startsWith("(?P", at) || expression.startsWith("(?(", at)) {
                throw new Unsupported("the regular expression " + expression);
            } else {
                java.append(c);
            }
        }
        return java.toString();
    }

    private static String escape(String expression, int at) {
        var c = expression.charAt(at + 1);
        if (c == 'Z') {
            return "\\z";
        }
        if ("GQEhHXRNpPkKuUxA0".indexOf(c) >= 0 && "uUxA0".indexOf(c) < 0) {
            throw new Unsupported("the regular expression " + expression);
        }
        return "\\" + c;
    }

    private Matcher matcher(String text) {
        return pattern.matcher(new Counted(text));
    }

    /** Whether it matches from the start. */
    public boolean matches(String text) {
        return matcher(text).lookingAt();
    }

    public boolean isFound(String text) {
        return matcher(text).find();
    }

    /** Python's {@code findall}: texts, or the one group, or tuples of the groups. */
    public List<Object> all(String text) {
        var all = new ArrayList<Object>();
        for (var match = matcher(text); match.find(); ) {
            if (match.groupCount() == 0) {
                all.add(match.group());
            } else if (match.groupCount() == 1) {
                all.add(group(match, 1));
            } else {
                var groups = new ArrayList<Object>();
                for (var i = 1; i <= match.groupCount(); i++) {
                    groups.add(group(match, i));
                }
                all.add(new Tuple(groups));
            }
        }
        return all;
    }

    private static String group(Matcher match, int number) {
        var group = match.group(number);
        return group == null ? "" : group;
    }

    /** Python's {@code sub}. */
    public String replaced(String text, String replacement) {
        var result = new StringBuilder();
        var from = 0;
        for (var match = matcher(text); match.find(); ) {
            result.append(text, from, match.start()).append(expanded(match, replacement));
            from = match.end();
            Strings.bound(result.length());
        }
        return result.append(text.substring(from)).toString();
    }

    private static String expanded(Matcher match, String replacement) {
        var text = new StringBuilder();
        for (var at = 0; at < replacement.length(); at++) {
            var c = replacement.charAt(at);
            if (c != '\\') {
                text.append(c);
                continue;
            }
            char next = at + 1 < replacement.length() ? replacement.charAt(++at) : 0;
            if (next == 'g') {
                var end = replacement.indexOf('>', at);
                var name = end < 0 ? "" : replacement.substring(at + 2, end);
                if (name.isEmpty() || !name.chars().allMatch(Character::isDigit)) {
                    throw new Unsupported("\\g<" + name + "> in a replacement");
                }
                text.append(numbered(match, Integer.parseInt(name)));
                at = end;
            } else if (next >= '1' && next <= '9') {
                text.append(numbered(match, next - '0'));
            } else {
                text.append(plain(next));
            }
        }
        return text.toString();
    }

    private static String plain(char escape) {
        return switch (escape) {
            case '\\' -> "\\";
            case 'n' -> "\n";
            case 't' -> "\t";
            case 'r' -> "\r";
            default -> throw new Unsupported("\\" + escape + " in a replacement");
        };
    }

    private static String numbered(Matcher match, int number) {
        if (number > match.groupCount()) {
            throw PythonError.value("invalid group reference " + number);
        }
        return group(match, number);
    }

    /** A text that counts how often it is looked at, because an expression can go through it without end. */
    private static final class Counted implements CharSequence {

        private final String text;
        private long left = MAX_STEPS;

        Counted(String text) {
            this.text = text;
        }

        @Override
        public char charAt(int index) {
            if (--left < 0) {
                throw new Unsupported("a regular expression that takes too long");
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.substring(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
