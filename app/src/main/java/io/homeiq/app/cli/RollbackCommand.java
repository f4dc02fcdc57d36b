package io.homeiq.app.cli;

import io.homeiq.app.terminal.Environment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code homeiq rollback}: takes a deployment back. */
@Command(
        name = "rollback",
        mixinStandardHelpOptions = true,
        description = "Puts back what was there before a suggestion was deployed, or removes its automation.")
final class RollbackCommand extends AnswerCommand {

    @Mixin
    private final ConsentOption consent = new ConsentOption();

    RollbackCommand(Environment environment) {
        super(environment);
    }

    @Override
    String path() {
        return "/api/deploy/%s/rollback";
    }

    @Override
    String body() {
        return "{\"consent\": " + consent.isGiven() + "}";
    }
}
