package io.homeiq.app.cli;

import io.homeiq.app.terminal.CommandException;
import io.homeiq.app.terminal.Environment;
import io.homeiq.app.terminal.ExitCode;
import java.io.PrintWriter;
import java.lang.reflect.Constructor;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Runs one command line to its exit code. */
public final class Commands {

    private final Environment environment;

    public Commands(Environment environment) {
        this.environment = environment;
    }

    /** Never throws: what goes wrong is told in a line on the error side of the console. */
    public int execute(PrintWriter out, PrintWriter err, String... arguments) {
        return new CommandLine(HomeIqCommand.class, factory())
                .setOut(out)
                .setErr(err)
                .setUsageHelpAutoWidth(true)
                .setExecutionExceptionHandler((exception, command, parsed) -> explain(exception))
                .execute(arguments);
    }

    private int explain(Exception exception) {
        if (exception instanceof CommandException told) {
            String.valueOf(told.getMessage())
                    .lines()
                    .forEach(line -> environment.console().remark("homeiq: " + line));
            return told.exitCode();
        }
        if (exception instanceof InterruptedException) {
            Thread.currentThread().interrupt();
            return ExitCode.FAILED;
        }
        // Anything else is a defect; its name helps whoever reports it.
        environment.console().remark("homeiq: unexpected failure: " + exception);
        return ExitCode.FAILED;
    }

    /** Gives each command its surroundings; picocli makes everything else itself. */
    private IFactory factory() {
        IFactory standard = CommandLine.defaultFactory();
        return new IFactory() {
            @Override
            public <K> K create(Class<K> type) throws Exception {
                for (Constructor<?> constructor : type.getDeclaredConstructors()) {
                    Class<?>[] needs = constructor.getParameterTypes();
                    if (needs.length == 1 && needs[0] == Environment.class) {
                        return type.cast(constructor.newInstance(environment));
                    }
                }
                return standard.create(type);
            }
        };
    }
}
