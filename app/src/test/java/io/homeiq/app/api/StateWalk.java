package io.homeiq.app.api;

import static org.awaitility.Awaitility.await;

import io.homeiq.app.api.ApiClient.Sent;
import io.homeiq.app.settings.Role;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Provokes the refusals that depend on how things stand. */
final class StateWalk {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** As many imports as may be under way. */
    private static final int IMPORTS = 8;

    private static final String UPLOAD_HEAD =
            "POST /api/v1/imports HTTP/1.1\r\nHost: walk\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n{\r\n";

    private final Walker walker;
    private final ApiClient client;

    StateWalk(Walker walker, ApiClient client) {
        this.walker = walker;
        this.client = client;
    }

    void run() {
        suggestions();
        operations();
        aliases();
        queries();
        analysis();
        imports();
    }

    private void suggestions() {
        List<String> open = new ArrayList<>();
        walker.home()
                .get(Role.AUTOMATION, "/api/suggestions/list?status=proposed")
                .getJsonArray("suggestions")
                .forEach(suggestion -> open.add(((JsonObject) suggestion).getString("id")));
        String last = "/api/suggestions/" + open.getLast();
        walker.call(Role.AUTOMATION, "POST /api/suggestions/{id}/reject", post(last + "/reject"), 200);
        for (String word : List.of("approve", "reject")) {
            walker.call(Role.AUTOMATION, "POST /api/suggestions/{id}/" + word, post(last + "/" + word), 409);
        }
        String deploy = "/api/deploy/" + open.getLast();
        walker.call(Role.AUTOMATION, "POST /api/deploy/{suggestion_id}", post(deploy), 409);
        walker.call(Role.AUTOMATION, "POST /api/deploy/{id}/rollback", post(deploy + "/rollback"), 409);
    }

    /** Automations only lie in files here. */
    private void operations() {
        String suggestion = walker.home()
                .get(Role.AUTOMATION, "/api/suggestions/list?status=proposed")
                .getJsonArray("suggestions")
                .getJsonObject(0)
                .getString("id");
        JsonObject deployed = walker.call(
                        Role.AUTOMATION, "POST /api/deploy/{suggestion_id}", post("/api/deploy/" + suggestion), 200)
                .object();
        String automation = "/api/deploy/automations/" + deployed.getString("automation_id") + "/";
        for (String word : List.of("enable", "disable", "trigger")) {
            walker.call(Role.AUTOMATION, "POST /api/deploy/automations/{id}/" + word, post(automation + word), 409);
        }
    }

    private void aliases() {
        String lamp = walker.home()
                .get(Role.DATA, "/api/entities?limit=1")
                .getJsonArray("entities")
                .getJsonObject(0)
                .getString("entity_id");
        String named =
                new JsonObject().put("entity_id", lamp).put("alias", "twice").encode();
        walker.call(Role.QUERY, "POST /api/v1/aliases", Sent.json("POST", "/api/v1/aliases", named), 201);
        walker.call(Role.QUERY, "POST /api/v1/aliases", Sent.json("POST", "/api/v1/aliases", named), 409);
    }

    private void queries() {
        JsonObject answered =
                walker.post(Role.QUERY, "POST /api/v1/query", "/api/v1/query", "{\"query\":\"which lights are on\"}");
        String clarify = "/api/v1/query/" + answered.getString("query_id") + "/clarify";
        walker.call(
                Role.QUERY,
                "POST /api/v1/query/{id}/clarify",
                Sent.json("POST", clarify, "{\"answers\":[\"yes\"]}"),
                409);
    }

    private void analysis() {
        String trigger = "/api/analysis/trigger";
        walker.call(Role.PATTERN, "POST " + trigger, post(trigger), 202, 409);
        walker.call(Role.PATTERN, "POST " + trigger, post(trigger), 409);
        String training = "/api/v1/training/trigger?training_type=suggestion_ranker";
        Answer begun = walker.call(Role.TRAINING, "POST /api/v1/training/trigger", post(training), 202, 409);
        walker.call(Role.TRAINING, "POST /api/v1/training/trigger", post(training), 409);
        if (begun.status() == 202) {
            String run = "/api/v1/training/runs/" + begun.object().getLong("id");
            walker.call(
                    Role.TRAINING, "DELETE /api/v1/training/runs/{id}", new Sent("DELETE", run, Map.of(), null), 409);
        }
        await("the analysis")
                .atMost(PATIENCE)
                .until(() -> walker.home()
                        .get(Role.PATTERN, "/api/analysis/status")
                        .getString("status")
                        .equals("idle"));
    }

    /** Uploads that never end hold all places. */
    private void imports() {
        URI data = walker.home().url(Role.DATA);
        Sent file = new Sent("POST", "/api/v1/imports", Map.of(), Buffer.buffer("no history"));
        walker.call(Role.DATA, "POST /api/v1/imports", file, 422);
        List<Socket> uploads = new ArrayList<>();
        try {
            for (int i = 0; i < IMPORTS; i++) {
                Socket upload = new Socket(data.getHost(), data.getPort());
                uploads.add(upload);
                OutputStream out = upload.getOutputStream();
                out.write(UPLOAD_HEAD.getBytes(StandardCharsets.US_ASCII));
                out.flush();
            }
            await("all places to be taken")
                    .atMost(PATIENCE)
                    .until(() -> client.ask(data, file).status() == 429);
            walker.call(Role.DATA, "POST /api/v1/imports", file, 429);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            uploads.forEach(StateWalk::close);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Sent post(String uri) {
        return new Sent("POST", uri, Map.of(), null);
    }
}
