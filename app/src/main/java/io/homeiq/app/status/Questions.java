package io.homeiq.app.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.homeiq.app.settings.Role;
import io.homeiq.app.terminal.CommandException;
import io.homeiq.app.terminal.ServiceCalls;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Asks all services at once, so that it takes no longer than the slowest answer. What does not answer leaves its part out. */
public final class Questions {

    private static final String READY = "ready";

    private final ObjectMapper mapper = new ObjectMapper();
    private final ServiceCalls calls;

    /** @param calls with a patience that people have */
    public Questions(ServiceCalls calls) {
        this.calls = calls;
    }

    /** All answers in one document, as {@code homeiq status --json} shows it. */
    public ObjectNode ask() {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Map<Role, Future<String>> ready = new EnumMap<>(Role.class);
            for (Role role : Role.values()) {
                ready.put(role, threads.submit(() -> readiness(role)));
            }
            Future<JsonNode> leansOn = threads.submit(() -> get(Role.DATA, "/health/dependencies"));
            Future<JsonNode> history = threads.submit(() -> get(Role.DATA, "/api/v1/events/stats"));
            Future<JsonNode> analysis = threads.submit(() -> get(Role.PATTERN, "/api/analysis/status"));
            Future<JsonNode> schedule = threads.submit(() -> get(Role.PATTERN, "/api/analysis/schedule"));
            Future<JsonNode> cache = threads.submit(this::cache);
            Future<JsonNode> open =
                    threads.submit(() -> get(Role.AUTOMATION, "/api/suggestions/list?status=proposed&limit=1"));
            Future<JsonNode> inPlace =
                    threads.submit(() -> get(Role.AUTOMATION, "/api/deploy/automations?status=deployed&limit=1"));
            Future<JsonNode> words = threads.submit(() -> get(Role.AUTOMATION, "/api/suggestions/rephrasing"));
            ObjectNode status = mapper.createObjectNode();
            ObjectNode services = status.putObject("services");
            ready.forEach((role, answer) -> services.put(role.wireName(), of(answer)));
            status.set("dependencies", of(leansOn).path("dependencies"));
            status.set("history", of(history));
            status.set("analysis", of(analysis));
            status.set("schedule", of(schedule));
            status.set("cache", of(cache));
            putTotal(status, "open_suggestions", of(open));
            putTotal(status, "deployed_automations", of(inPlace));
            status.set("rephrasing", of(words));
            return status;
        }
    }

    /** Whether all services can do their work. */
    public static boolean isWell(JsonNode status) {
        return status.path("services").properties().stream()
                .allMatch(service -> service.getValue().asText().equals(READY));
    }

    private static void putTotal(ObjectNode status, String name, JsonNode answer) {
        if (answer.has("total")) {
            status.put(name, answer.path("total").asLong());
        }
    }

    private String readiness(Role role) {
        try {
            calls.get(role, "/health/ready");
            return READY;
        } catch (CommandException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private JsonNode get(Role role, String path) {
        try {
            return calls.get(role, path);
        } catch (CommandException e) {
            return mapper.createObjectNode();
        }
    }

    private JsonNode cache() {
        ObjectNode cache = mapper.createObjectNode();
        try {
            CacheNumbers numbers = CacheNumbers.read(calls.text(Role.PATTERN, "/metrics"));
            cache.put("lookups", numbers.lookups()).put("hits", numbers.hits());
        } catch (CommandException e) {
            cache.removeAll();
        }
        return cache;
    }

    private static <T> T of(Future<T> answer) {
        try {
            return answer.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a question failed unexpectedly", e.getCause());
        }
    }
}
