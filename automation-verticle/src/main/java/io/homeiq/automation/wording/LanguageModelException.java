package io.homeiq.automation.wording;

/** A model gave no answer that could be read. Its message is one line with the cure, and never holds the key. */
public final class LanguageModelException extends RuntimeException {

    /** What went wrong. */
    public enum Kind {
        /** It does not know the key, the model or the address: asking again does not help. */
        REFUSED,
        /** It has too much to do, or the owner's own budget there is used up. */
        BUSY,
        /** A fault of its own. */
        FAULT,
        /** It cannot be reached, or says nothing in time. */
        SILENT,
        /** What it said is not what was asked for; it was paid for all the same. */
        UNREADABLE
    }

    private final Kind kind;
    private final long tokens;

    /** @param tokens what it used nevertheless, as far as it told */
    public LanguageModelException(Kind kind, String message, long tokens) {
        super(message);
        this.kind = kind;
        this.tokens = tokens;
    }

    public Kind kind() {
        return kind;
    }

    public long tokens() {
        return tokens;
    }
}
