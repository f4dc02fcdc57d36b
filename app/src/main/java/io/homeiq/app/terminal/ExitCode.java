package io.homeiq.app.terminal;

/** What a command tells the shell. */
public final class ExitCode {

    public static final int OK = 0;
    /** It could not be done; one line on standard error says why. */
    public static final int FAILED = 1;
    /** A setting or an option is wrong; nothing was begun. */
    public static final int USAGE = 2;
    /** Done, but a source of history could only be read in part. */
    public static final int PARTIAL = 3;

    private ExitCode() {}
}
