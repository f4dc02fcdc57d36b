package io.homeiq.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.homeiq.app.settings.Role;
import io.homeiq.app.terminal.Environment;
import io.homeiq.app.terminal.ExitCode;
import io.homeiq.app.terminal.ServiceCalls;
import io.homeiq.app.terminal.SuggestionLines;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code homeiq suggestions}: what waits for an answer, with its evidence. */
@Command(
        name = "suggestions",
        mixinStandardHelpOptions = true,
        description = "Lists suggestions with their evidence, best first.")
final class SuggestionsCommand implements Callable<Integer> {

    @Option(
            names = "--status",
            paramLabel = "STATUS",
            description = "only these: proposed, approved, deployed, failed, rejected, expired, rolled_back")
    private String status = "";

    @Option(names = "--limit", paramLabel = "N", description = "at most so many (default: ${DEFAULT-VALUE})")
    private int limit = 50;

    @Option(names = "--json", description = "as the service answers")
    private boolean asJson;

    private final Environment environment;

    SuggestionsCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        try (ServiceCalls calls = new ServiceCalls(environment.settings())) {
            String filter = status.isEmpty() ? "" : "&status=" + status;
            JsonNode answer = calls.get(Role.AUTOMATION, "/api/suggestions/list?limit=" + limit + filter);
            if (asJson) {
                environment.console().line(answer.toString());
            } else {
                answer.path("suggestions")
                        .forEach(suggestion -> SuggestionLines.of(suggestion).forEach(environment.console()::line));
                if (answer.path("suggestions").isEmpty()) {
                    environment.console().line("No suggestions.");
                }
            }
            return ExitCode.OK;
        }
    }
}
