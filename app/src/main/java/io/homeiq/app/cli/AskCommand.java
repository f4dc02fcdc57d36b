package io.homeiq.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.homeiq.app.settings.Role;
import io.homeiq.app.terminal.Environment;
import io.homeiq.app.terminal.ExitCode;
import io.homeiq.app.terminal.ServiceCalls;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code homeiq ask}: a question or request in plain language. */
@Command(
        name = "ask",
        mixinStandardHelpOptions = true,
        description = {
            "Asks about the home or for an automation in plain words, such as \"what is on in the kitchen\" or "
                    + "\"turn on the porch light at sunset\". Nothing is switched and nothing is put in place.",
            "Exit code 1 if it was refused."
        })
final class AskCommand implements Callable<Integer> {

    @Parameters(paramLabel = "TEXT", arity = "1..*", description = "the sentence; quotes may be left out")
    private List<String> words = List.of();

    @Option(names = "--json", description = "as the service answers")
    private boolean asJson;

    private final Environment environment;

    AskCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        String body = new ObjectMapper()
                .createObjectNode()
                .put("query", String.join(" ", words))
                .toString();
        try (ServiceCalls calls = new ServiceCalls(environment.settings())) {
            JsonNode answer = calls.post(Role.QUERY, "/api/v1/query", body);
            if (asJson) {
                environment.console().line(answer.toString());
            } else {
                environment.console().line(answer.path("message").asText());
            }
            return answer.path("outcome").asText().equals("refusal") ? ExitCode.FAILED : ExitCode.OK;
        }
    }
}
