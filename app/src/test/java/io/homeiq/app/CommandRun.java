package io.homeiq.app;

import io.homeiq.app.cli.Commands;
import io.homeiq.app.terminal.Console;
import io.homeiq.app.terminal.Environment;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;

/** A command line that was run in this process: how it ended and what it printed. */
record CommandRun(int exitCode, String out, String err) {

    static CommandRun of(List<String> arguments) {
        return of(Map.of(), arguments);
    }

    static CommandRun of(Map<String, String> variables, List<String> arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        PrintWriter outWriter = new PrintWriter(out);
        PrintWriter errWriter = new PrintWriter(err);
        Commands commands = new Commands(new Environment(new Console(outWriter, errWriter, false), variables));
        int exitCode = commands.execute(outWriter, errWriter, arguments.toArray(String[]::new));
        outWriter.flush();
        errWriter.flush();
        return new CommandRun(exitCode, out.toString(), err.toString());
    }

    /** Fails the test if the command did not end well. */
    CommandRun mustBeOk() {
        if (exitCode != 0) {
            throw new AssertionError("exit code " + exitCode + ": " + err);
        }
        return this;
    }
}
