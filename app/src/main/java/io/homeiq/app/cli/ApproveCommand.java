package io.homeiq.app.cli;

import io.homeiq.app.terminal.Environment;
import picocli.CommandLine.Command;

/** {@code homeiq approve}: the owner's yes. */
@Command(
        name = "approve",
        mixinStandardHelpOptions = true,
        description = "Approves a suggestion; its automation is then put in place.")
final class ApproveCommand extends AnswerCommand {

    ApproveCommand(Environment environment) {
        super(environment);
    }

    @Override
    String path() {
        return "/api/suggestions/%s/approve";
    }
}
