package io.homeiq.app.cli;

import io.homeiq.app.terminal.CommandException;
import io.homeiq.app.terminal.Environment;
import io.homeiq.app.terminal.ExitCode;
import java.io.PrintWriter;
import java.lang.reflect.Constructor;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IFactory;

/** Runs one command line to its exit code. */
public final class Commands {

    /** In the order in which help lists them. */
    private static final List<Class<?>> ALL = List.of(
            DemoCommand.class,
            AnalyzeCommand.class,
            ReplayCommand.class,
            RunCommand.class,
            StatusCommand.class,
            DoctorCommand.class,
            AskCommand.class,
            CheckCommand.class,
            SuggestionsCommand.class,
            ApproveCommand.class,
            RejectCommand.class,
            TrialCommand.class,
            ModeCommand.class,
            RollbackCommand.class,
            ImportCommand.class,
            EventsCommand.class,
            SimulateCommand.class,
            EvaluateCommand.class,
            BenchCommand.class,
            CommandLine.HelpCommand.class);

    private final Environment environment;

    public Commands(Environment environment) {
        this.environment = environment;
    }

    /** Never throws: what goes wrong is told in a line on the error side of the console. */
    public int execute(PrintWriter out, PrintWriter err, String... arguments) {
        CommandLine line = new CommandLine(HomeIqCommand.class, factory());
        asked(arguments).forEach(line::addSubcommand);
        return line.setOut(out)
                .setErr(err)
                .setUsageHelpAutoWidth(true)
                .setExecutionExceptionHandler((exception, command, parsed) -> explain(exception))
                .execute(arguments);
    }

    /** The one command that is asked for, or all where that is not clear: making them all costs a fifth of a second. */
    private static List<Class<?>> asked(String... arguments) {
        String first = arguments.length == 0 ? "" : arguments[0];
        List<Class<?>> named = ALL.stream()
                .filter(command -> command != CommandLine.HelpCommand.class)
                .filter(command -> command.getAnnotation(Command.class).name().equals(first))
                .toList();
        return named.isEmpty() ? ALL : named;
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
