package io.homeiq.app;

import io.homeiq.app.cli.Commands;
import io.homeiq.app.terminal.Console;
import io.homeiq.app.terminal.Environment;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** The {@code homeiq} command. */
public final class Main {

    private static final String LOG_LEVEL = "HOMEIQ_LOG_LEVEL";

    private Main() {}

    /** Runs one command and ends the process with its exit code, whatever threads are left. */
    public static void main(String[] arguments) {
        quiet(arguments);
        PrintWriter out = writer(System.out);
        PrintWriter err = writer(System.err);
        Console console = new Console(out, err, Boolean.getBoolean("homeiq.terminal"));
        int exitCode = new Commands(new Environment(console, System.getenv())).execute(out, err, arguments);
        out.flush();
        err.flush();
        System.exit(exitCode);
    }

    /** Only a running service tells its story; of other commands people want the result. To be set before the first logger. */
    private static void quiet(String[] arguments) {
        boolean runs = arguments.length > 0 && arguments[0].equals("run");
        if (!runs && System.getenv(LOG_LEVEL) == null) {
            System.setProperty(LOG_LEVEL, "WARN");
        }
    }

    private static PrintWriter writer(OutputStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
    }
}
