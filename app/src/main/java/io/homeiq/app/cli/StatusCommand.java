package io.homeiq.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.homeiq.app.settings.Role;
import io.homeiq.app.terminal.CommandException;
import io.homeiq.app.terminal.Console;
import io.homeiq.app.terminal.Environment;
import io.homeiq.app.terminal.ExitCode;
import io.homeiq.app.terminal.ServiceCalls;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code homeiq status}: the whole at a glance. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description =
                "Shows whether each service is ready, how much history there is, the last analysis and what is open.")
final class StatusCommand implements Callable<Integer> {

    @Option(names = "--json", description = "as one JSON object")
    private boolean asJson;

    private final Environment environment;

    StatusCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        ObjectNode status = new ObjectMapper().createObjectNode();
        boolean ready = true;
        try (ServiceCalls calls = new ServiceCalls(environment.settings())) {
            ObjectNode services = status.putObject("services");
            for (Role role : Role.values()) {
                String state = readiness(calls, role);
                services.put(role.wireName(), state);
                ready &= state.equals("ready");
            }
            status.set("history", optional(calls, Role.DATA, "/api/v1/events/stats"));
            status.set("analysis", optional(calls, Role.PATTERN, "/api/analysis/status"));
            JsonNode open = optional(calls, Role.AUTOMATION, "/api/suggestions/list?status=proposed");
            status.put("open_suggestions", open.path("count").asInt(0));
        }
        tell(status);
        return ready ? ExitCode.OK : ExitCode.FAILED;
    }

    private static String readiness(ServiceCalls calls, Role role) {
        try {
            calls.get(role, "/health/ready");
            return "ready";
        } catch (CommandException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static JsonNode optional(ServiceCalls calls, Role role, String path) {
        try {
            return calls.get(role, path);
        } catch (CommandException e) {
            return new ObjectMapper().createObjectNode();
        }
    }

    private void tell(ObjectNode status) {
        Console console = environment.console();
        if (asJson) {
            console.line(status.toString());
            return;
        }
        status.path("services")
                .properties()
                .forEach(service -> console.line(String.format(
                        Locale.ROOT,
                        "%-11s %s",
                        service.getKey(),
                        service.getValue().asText())));
        JsonNode history = status.path("history");
        if (history.has("total_events")) {
            console.line("history     " + history.path("total_events").asLong() + " events");
        }
        JsonNode analysis = status.path("analysis");
        if (analysis.has("status")) {
            console.line("analysis    " + analysis.path("status").asText());
        }
        console.line("suggestions " + status.path("open_suggestions").asInt() + " open");
    }
}
