package io.homeiq.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.homeiq.app.settings.Role;
import io.homeiq.app.terminal.Environment;
import io.homeiq.app.terminal.ExitCode;
import io.homeiq.app.terminal.PathSegment;
import io.homeiq.app.terminal.ServiceCalls;
import java.util.concurrent.Callable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What the commands have in common by which the owner answers a suggestion: one id in, the automation service's word out. */
abstract class AnswerCommand implements Callable<Integer> {

    @Parameters(paramLabel = "ID", description = "as homeiq suggestions shows it")
    private String id = "";

    @Option(names = "--json", description = "as the service answers")
    private boolean asJson;

    private final Environment environment;

    AnswerCommand(Environment environment) {
        this.environment = environment;
    }

    /** The call, with {@code %s} for the id. */
    abstract String path();

    /** The JSON to send with it. */
    String body() {
        return "{}";
    }

    @Override
    public final Integer call() {
        try (ServiceCalls calls = new ServiceCalls(environment.settings())) {
            JsonNode answer = calls.post(Role.AUTOMATION, path().replace("%s", PathSegment.of(id)), body());
            String words = answer.path("message").asText(answer.path("status").asText());
            environment.console().line(asJson ? answer.toString() : words);
            return ExitCode.OK;
        }
    }
}
