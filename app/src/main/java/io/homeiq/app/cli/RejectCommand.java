package io.homeiq.app.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.homeiq.app.terminal.Environment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code homeiq reject}: the owner's no. */
@Command(
        name = "reject",
        mixinStandardHelpOptions = true,
        description = "Rejects a suggestion; it is not made again until the behaviour has changed.")
final class RejectCommand extends AnswerCommand {

    @Option(names = "--reason", paramLabel = "TEXT", description = "why, in your words")
    private String reason = "";

    RejectCommand(Environment environment) {
        super(environment);
    }

    @Override
    String path() {
        return "/api/suggestions/%s/reject";
    }

    @Override
    String body() {
        return reason.isBlank()
                ? super.body()
                : new ObjectMapper().createObjectNode().put("reason", reason).toString();
    }
}
