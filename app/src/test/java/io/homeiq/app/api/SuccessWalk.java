package io.homeiq.app.api;

import static org.awaitility.Awaitility.await;

import io.homeiq.app.api.ApiClient.Sent;
import io.homeiq.app.settings.Role;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Calls every operation such that it goes well, with what is really there. What changes something comes first, what only reads last. */
final class SuccessWalk {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String LINE =
            "{\"entity_id\":\"light.api_walk\",\"state\":\"on\",\"last_changed\":\"2026-02-01T06:45:02Z\"}\n";
    private static final String PORCH = "alias: Porch\\ntriggers: [{trigger: sun, event: sunset}]\\n"
            + "actions: [{action: light.turn_on, target: {entity_id: light.hall}}]";

    private final Walker walker;
    private final RealIds ids;

    SuccessWalk(Walker walker, RealIds ids) {
        this.walker = walker;
        this.ids = ids;
    }

    void run() {
        data();
        pattern();
        training();
        query();
        automation();
        for (Role role : Role.values()) {
            read(role);
        }
    }

    private void data() {
        walker.post(Role.DATA, "POST /api/v1/events/search", "/api/v1/events/search", "{\"limit\":3}");
        walker.call(
                Role.DATA,
                "GET /api/v1/events",
                new Sent("GET", "/api/v1/events?limit=50", Map.of("Accept", "application/x-ndjson"), null),
                200);
        String registry = walker.home().get(Role.DATA, "/api/v1/registry").encode();
        walker.post(Role.DATA, "POST /api/v1/registry", "/api/v1/registry", registry);
        String automations = walker.call(Role.DATA, "GET /api/v1/automations", Sent.get("/api/v1/automations"), 200)
                .text();
        walker.call(Role.DATA, "POST /api/v1/automations", yaml("/api/v1/automations", automations), 200);
        String imports = "POST /api/v1/imports";
        walker.call(Role.DATA, imports, file(Map.of()), 200);
        walker.call(Role.DATA, imports, file(Map.of("Prefer", "respond-async")), 202);
    }

    private static Sent yaml(String uri, String text) {
        return new Sent("POST", uri, Map.of("Content-Type", "application/yaml"), Buffer.buffer(text));
    }

    private static Sent file(Map<String, String> headers) {
        return new Sent("POST", "/api/v1/imports?name=walk.ndjson", headers, Buffer.buffer(LINE));
    }

    private void pattern() {
        for (String path : List.of("/api/v1/patterns/feedback/{id}", "/api/v1/synergies/{id}/feedback")) {
            String uri = RealIds.filled(path, ids.of(Role.PATTERN, path).getFirst());
            walker.post(Role.PATTERN, "POST " + path, uri, "{\"action\":\"ignore\",\"comment\":\"walking by\"}");
        }
        String draft = "/api/v1/synergies/{id}/generate-automation";
        String synergy = ids.of(Role.PATTERN, draft).getFirst();
        walker.post(Role.PATTERN, "POST " + draft, RealIds.filled(draft, synergy), "");
        walker.post(Role.PATTERN, "POST /api/analysis/trigger", "/api/analysis/trigger", "");
    }

    private void training() {
        String runs = "/api/v1/training/runs";
        String trigger = "/api/v1/training/trigger";
        // Another walk may have begun one.
        await("no training").atMost(PATIENCE).until(() -> {
            String all = walker.home().text(Role.TRAINING, runs);
            return !all.contains("\"queued\"") && !all.contains("\"running\"");
        });
        JsonObject run =
                walker.post(Role.TRAINING, "POST " + trigger, trigger + "?training_type=suggestion_ranker", "");
        String one = runs + "/" + run.getLong("id");
        await("the training")
                .atMost(PATIENCE)
                .until(() -> List.of("completed", "failed")
                        .contains(walker.home().get(Role.TRAINING, one).getString("status")));
        walker.call(Role.TRAINING, "GET " + runs + "/{id}", Sent.get(one), 200);
        walker.call(Role.TRAINING, "GET " + runs, Sent.get(runs + "?limit=5"), 200);
        walker.call(Role.TRAINING, "DELETE " + runs + "/{id}", new Sent("DELETE", one, Map.of(), null), 204);
        walker.call(Role.TRAINING, "DELETE " + runs, new Sent("DELETE", runs, Map.of(), null), 200);
    }

    private void query() {
        String path = "/api/v1/query";
        String id = ask("turn on the hall light at sunset").getString("query_id");
        walker.call(Role.QUERY, "GET " + path + "/{id}/suggestions", Sent.get(path + "/" + id + "/suggestions"), 200);
        walker.post(
                Role.QUERY,
                "POST " + path + "/{id}/refine",
                path + "/" + id + "/refine",
                "{\"feedback\":\"only on weekdays\"}");
        JsonObject asked = ask("turn on the light when it gets dark or so");
        for (String unclear : List.of("turn on the light", "turn it on at night", "turn on the lamp at 7")) {
            asked = asked.getString("status").equals("clarification_needed") ? asked : ask(unclear);
        }
        walker.post(
                Role.QUERY,
                "POST " + path + "/{id}/clarify",
                path + "/" + asked.getString("query_id") + "/clarify",
                "{\"answers\":[\"the hall\"]}");
        String names = "/api/v1/aliases";
        String lamp = ids.of(Role.DATA, "/api/entities/{id}").getFirst();
        String named =
                new JsonObject().put("entity_id", lamp).put("alias", "walker").encode();
        walker.post(Role.QUERY, "POST " + names, names, named);
        walker.call(Role.QUERY, "GET " + names, Sent.get(names), 200);
        String gone = names + "?alias=walker&entity_id=" + lamp;
        walker.call(Role.QUERY, "DELETE " + names, new Sent("DELETE", gone, Map.of(), null), 204);
    }

    private JsonObject ask(String sentence) {
        String body = new JsonObject().put("query", sentence).encode();
        return walker.post(Role.QUERY, "POST /api/v1/query", "/api/v1/query", body);
    }

    private void automation() {
        List<String> open = proposed();
        String one = "/api/suggestions/" + open.get(0);
        tryOut(one, "/api/suggestions/" + open.get(3));
        walker.post(Role.AUTOMATION, "POST /api/suggestions/{id}/approve", one + "/approve", "{\"feedback\":\"good\"}");
        walker.post(
                Role.AUTOMATION,
                "POST /api/suggestions/{id}/reject",
                "/api/suggestions/" + open.get(1) + "/reject",
                "{\"reason\":\"not so\"}");
        // One of the two is answered already, so that a refusal is among the results.
        for (String word : List.of("approve", "reject")) {
            String path = "/api/suggestions/batch/" + word;
            walker.post(Role.AUTOMATION, "POST " + path, path, listed(open.get(1), open.get(2), "nobody"));
        }
        walker.post(Role.AUTOMATION, "PUT /api/mode", "/api/mode", "{\"mode\":\"suggest\",\"learning\":true}");
        walker.post(Role.AUTOMATION, "POST /api/suggestions/generate", "/api/suggestions/generate", "{\"limit\":2}");
        String deploy = "/api/deploy/" + open.get(3);
        walker.post(Role.AUTOMATION, "POST /api/deploy/{suggestion_id}", deploy, "{}");
        walker.post(Role.AUTOMATION, "POST /api/deploy/batch", "/api/deploy/batch", listed(open.get(3), "nobody"));
        walker.post(Role.AUTOMATION, "POST /api/deploy/{id}/rollback", deploy + "/rollback", "");
        walker.post(
                Role.AUTOMATION,
                "POST /api/v1/automations/validate",
                "/api/v1/automations/validate",
                "{\"yaml_content\":\"" + PORCH + "\"}");
        walker.post(Role.AUTOMATION, "POST /api/replay", "/api/replay", "{\"yaml_content\":\"" + PORCH + "\"}");
        await("the deployment")
                .atMost(PATIENCE)
                .until(() -> walker.home()
                        .get(Role.AUTOMATION, one)
                        .getString("status")
                        .equals("deployed"));
    }

    private void tryOut(String dropped, String promoted) {
        String path = "POST /api/suggestions/{id}";
        walker.post(Role.AUTOMATION, path + "/trial", dropped + "/trial", "");
        walker.call(Role.AUTOMATION, "GET /api/suggestions/{id}/trial", Sent.get(dropped + "/trial"), 200);
        walker.post(Role.AUTOMATION, path + "/drop", dropped + "/drop", "");
        walker.post(Role.AUTOMATION, path + "/trial", promoted + "/trial", "");
        walker.post(Role.AUTOMATION, path + "/promote", promoted + "/promote", "{}");
    }

    private static String listed(String... suggestions) {
        return new JsonObject()
                .put("suggestion_ids", new JsonArray(List.of(suggestions)))
                .encode();
    }

    private List<String> proposed() {
        List<String> open = new ArrayList<>();
        walker.home()
                .get(Role.AUTOMATION, "/api/suggestions/list?status=proposed")
                .getJsonArray("suggestions")
                .forEach(suggestion -> open.add(((JsonObject) suggestion).getString("id")));
        return open;
    }

    /** Everything that only reads and was not called yet. */
    private void read(Role role) {
        for (Operation operation : walker.operations(role)) {
            boolean isDone = walker.wentWell().contains(operation.toString());
            if (!operation.method().equals("GET") || isDone) {
                continue;
            }
            boolean isPlain = operation.in("path").isEmpty();
            String uri = isPlain
                    ? operation.path()
                    : RealIds.filled(
                            operation.path(),
                            ids.of(role, operation.path()).stream().findFirst().orElse("nothing-there"));
            walker.call(role, operation.name(), Sent.get(uri), 200);
        }
    }
}
