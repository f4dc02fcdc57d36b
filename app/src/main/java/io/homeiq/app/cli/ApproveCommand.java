package io.homeiq.app.cli;

import io.homeiq.app.terminal.Environment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code homeiq approve}: the owner's yes. */
@Command(
        name = "approve",
        mixinStandardHelpOptions = true,
        description = "Approves a suggestion; its automation is then put in place.")
final class ApproveCommand extends AnswerCommand {

    @Mixin
    private final ConsentOption consent = new ConsentOption();

    @Option(names = "--disarmed", description = "put in place switched off, to be switched on later in Home Assistant")
    private boolean disarmed;

    ApproveCommand(Environment environment) {
        super(environment);
    }

    @Override
    String path() {
        return disarmed ? "/api/deploy/%s" : "/api/suggestions/%s/approve";
    }

    @Override
    String body() {
        return "{\"consent\": " + consent.isGiven() + (disarmed ? ", \"armed\": false}" : "}");
    }
}
