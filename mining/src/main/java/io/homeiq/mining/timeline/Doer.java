package io.homeiq.mining.timeline;

/** Whose doing a change is, as far as it matters for habits. */
public enum Doer {
    /** No person's own decision. */
    NOBODY(0),
    /** A person's, as no account and nothing else tells; what is seen later may tell otherwise. */
    SOMEBODY(1),
    /** A person's whose account was recorded. */
    ACCOUNT(2),
    /** Taken for a person's at first; what was seen since shows a machine behind it. */
    MACHINE(3);

    /** How many there are; codes lie below it. */
    static final int COUNT = 4;

    private static final Doer[] ALL = {NOBODY, SOMEBODY, ACCOUNT, MACHINE};

    private final byte code;

    Doer(int code) {
        this.code = (byte) code;
    }

    static Doer of(byte code) {
        return ALL[code];
    }

    byte code() {
        return code;
    }

    public boolean isPerson() {
        return this == SOMEBODY || this == ACCOUNT;
    }

    /** Whether behaviour may still tell otherwise. */
    public boolean isOpen() {
        return this == SOMEBODY || this == MACHINE;
    }
}
