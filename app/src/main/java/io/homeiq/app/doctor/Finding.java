package io.homeiq.app.doctor;

/**
 * What a check came to.
 *
 * @param check what was looked at, one or two words
 * @param text what was found, in one line without secrets
 * @param cure what to do about it; empty if there is nothing to mend
 */
public record Finding(String check, Verdict verdict, String text, String cure) {

    /** How it stands. */
    public enum Verdict {
        GOOD,
        /** Nothing is wrong, but people may want to know. */
        REMARK,
        /** It must be mended before everything works. */
        MEND
    }

    public Finding {
        if (check.isBlank()
                || text.isBlank()
                || text.lines().count() > 1
                || cure.lines().count() > 1) {
            throw new IllegalArgumentException("a finding is a name and a line, was: " + check + ": " + text);
        }
        if ((verdict == Verdict.MEND) == cure.isBlank()) {
            throw new IllegalArgumentException("what must be mended needs a cure, and nothing else, was: " + text);
        }
    }

    public static Finding good(String check, String text) {
        return new Finding(check, Verdict.GOOD, text, "");
    }

    public static Finding remark(String check, String text) {
        return new Finding(check, Verdict.REMARK, text, "");
    }

    public static Finding mend(String check, String text, String cure) {
        return new Finding(check, Verdict.MEND, oneLine(text), oneLine(cure));
    }

    /** What other programs say may have more lines. */
    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
