package io.homeiq.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.homeiq.app.settings.Role;
import io.homeiq.app.terminal.Environment;
import io.homeiq.app.terminal.ExitCode;
import io.homeiq.app.terminal.PathSegment;
import io.homeiq.app.terminal.ServiceCalls;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code homeiq trial}: a suggestion in shadow. */
@Command(
        name = "trial",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Watches live what a suggestion would do beside what you do; nothing is switched.",
            "For one that is on trial already, shows what was seen so far."
        })
final class TrialCommand implements Callable<Integer> {

    @Parameters(paramLabel = "ID", description = "as homeiq suggestions shows it")
    private String id = "";

    @ArgGroup
    private @Nullable End end;

    @Mixin
    private final ConsentOption consent = new ConsentOption();

    @Option(names = "--json", description = "as the service answers")
    private boolean asJson;

    private final Environment environment;

    /** How the trial ends: one of them. */
    static final class End {

        @Option(names = "--promote", required = true, description = "yes: its automation is put in place")
        private boolean promote;

        @Option(names = "--drop", required = true, description = "no answer yet: the suggestion waits again")
        private boolean drop;
    }

    TrialCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        try (ServiceCalls calls = new ServiceCalls(environment.settings())) {
            String path = "/api/suggestions/" + PathSegment.of(id);
            JsonNode answer = end == null ? watch(calls, path) : calls.post(Role.AUTOMATION, path + step(), body());
            environment
                    .console()
                    .line(asJson ? answer.toString() : answer.path("message").asText());
            return ExitCode.OK;
        }
    }

    private String step() {
        return isPromoted() ? "/promote" : "/drop";
    }

    private boolean isPromoted() {
        return end != null && end.promote && !end.drop;
    }

    /** Consent says nothing where nothing is put in place. */
    private String body() {
        return isPromoted() ? "{\"consent\": " + consent.isGiven() + "}" : "{}";
    }

    /** What is on trial is shown; anything else begins. */
    private static JsonNode watch(ServiceCalls calls, String path) {
        JsonNode suggestion = calls.get(Role.AUTOMATION, path);
        return suggestion.path("status").asText().equals("trial")
                ? calls.get(Role.AUTOMATION, path + "/trial")
                : calls.post(Role.AUTOMATION, path + "/trial", "{}");
    }
}
