package io.homeiq.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.homeiq.app.settings.Role;
import io.homeiq.app.terminal.Environment;
import io.homeiq.app.terminal.ExitCode;
import io.homeiq.app.terminal.PathSegment;
import io.homeiq.app.terminal.ServiceCalls;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code homeiq reject}: the owner's no. */
@Command(
        name = "reject",
        mixinStandardHelpOptions = true,
        description = "Rejects a suggestion; it is not made again until the behaviour has changed.")
final class RejectCommand implements Callable<Integer> {

    @Parameters(paramLabel = "ID", description = "as homeiq suggestions shows it")
    private String id = "";

    @Option(names = "--reason", paramLabel = "TEXT", description = "why, in your words")
    private String reason = "";

    @Option(names = "--json", description = "as the service answers")
    private boolean asJson;

    private final Environment environment;

    RejectCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        try (ServiceCalls calls = new ServiceCalls(environment.settings())) {
            JsonNode answer = calls.post(Role.AUTOMATION, "/api/suggestions/" + PathSegment.of(id) + "/reject", body());
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

    private String body() {
        return reason.isBlank()
                ? "{}"
                : new ObjectMapper().createObjectNode().put("reason", reason).toString();
    }
}
