package io.homeiq.app.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.homeiq.app.status.Questions;
import io.homeiq.app.status.StatusLines;
import io.homeiq.app.terminal.Environment;
import io.homeiq.app.terminal.ExitCode;
import io.homeiq.app.terminal.ServiceCalls;
import java.time.Duration;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code homeiq status}: the whole at a glance. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = {
            "Shows the services, Home Assistant, the broker, how much history there is, the last and the next analysis,",
            "open suggestions, automations in place and how often the cache knew the answer."
        })
final class StatusCommand implements Callable<Integer> {

    /** What has not answered by then is shown as not answering; with the start of the program it stays under three seconds. */
    private static final Duration PATIENCE = Duration.ofMillis(1_500);

    @Option(names = "--json", description = "as one JSON object")
    private boolean asJson;

    private final Environment environment;

    StatusCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        ObjectNode status;
        try (ServiceCalls calls = new ServiceCalls(environment.settings(), PATIENCE)) {
            status = new Questions(calls).ask();
        }
        if (asJson) {
            environment.console().line(status.toString());
        } else {
            StatusLines.of(status, ZoneId.systemDefault()).forEach(environment.console()::line);
        }
        return Questions.isWell(status) ? ExitCode.OK : ExitCode.FAILED;
    }
}
