package io.homeiq.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.homeiq.app.settings.Role;
import io.homeiq.app.terminal.Environment;
import io.homeiq.app.terminal.ExitCode;
import io.homeiq.app.terminal.PathSegment;
import io.homeiq.app.terminal.ServiceCalls;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code homeiq rollback}: takes a deployment back. */
@Command(
        name = "rollback",
        mixinStandardHelpOptions = true,
        description = "Puts back what was there before a suggestion was deployed, or removes its automation.")
final class RollbackCommand implements Callable<Integer> {

    @Parameters(paramLabel = "ID", description = "as homeiq suggestions shows it")
    private String id = "";

    @Option(names = "--json", description = "as the service answers")
    private boolean asJson;

    private final Environment environment;

    RollbackCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        try (ServiceCalls calls = new ServiceCalls(environment.settings())) {
            JsonNode answer = calls.post(Role.AUTOMATION, "/api/deploy/" + PathSegment.of(id) + "/rollback", "{}");
            environment
                    .console()
                    .line(
                            asJson
                                    ? answer.toString()
                                    : answer.path("message")
                                            .asText(answer.path("status").asText()));
            return ExitCode.OK;
        }
    }
}
