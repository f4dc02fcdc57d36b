package io.homeiq.app.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.homeiq.app.api.ApiClient.Sent;
import io.homeiq.app.settings.Role;
import io.homeiq.app.settings.Settings;
import io.homeiq.app.simulate.HomeFolder;
import io.homeiq.contracts.event.CommandType;
import io.homeiq.contracts.event.EventType;
import io.homeiq.contracts.event.Topic;
import io.homeiq.contracts.home.HomeId;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;

/** Makes everything happen that HomeIQ tells of on the bus, by call where that is the only way and by command where there is one. */
final class BusWalk {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final HomeId HOME = HomeId.DEFAULT;

    private final Settings settings;
    private final BusEar ear;
    private final ApiClient client;

    BusWalk(Settings settings, BusEar ear, ApiClient client) {
        this.settings = settings;
        this.ear = ear;
        this.client = client;
    }

    /** A past comes in, and what it shows is proposed. */
    void takeInHome(HomeFolder files) throws IOException {
        upload("/api/v1/registry", "application/json", Files.readAllBytes(files.registry()));
        upload("/api/v1/automations", "application/yaml", Files.readAllBytes(files.automations()));
        upload("/api/v1/imports?name=sample.ndjson", "application/octet-stream", Files.readAllBytes(files.events()));
        awaitEvents("history.imported", 1);
        awaitEvents("analysis.completed", 1);
        awaitEvents("suggestion.created", ear.events("pattern.detected").size());
    }

    /** An analysis by command, and one by call. */
    void analyse() {
        int before = ear.events("analysis.completed").size();
        command(CommandType.RUN_ANALYSIS, "{}");
        awaitEvents("analysis.completed", before + 1);
        awaitIdle();
        assertThat(get(Role.PATTERN, "/api/analysis/status")
                        .getJsonObject("last_run")
                        .getString("status"))
                .isEqualTo("completed");
        post(Role.PATTERN, "/api/analysis/trigger", 202);
        awaitEvents("analysis.completed", before + 2);
        awaitIdle();
    }

    /** Yes, no and back, each once by command and once by call, to the same end. */
    void decide() {
        Deque<String> open = open();
        assertThat(open).as("open suggestions").hasSizeGreaterThanOrEqualTo(6);
        String byCommand = open.remove();
        String byCall = open.remove();
        command(CommandType.APPROVE_SUGGESTION, suggestion(byCommand));
        post(Role.AUTOMATION, "/api/suggestions/" + byCall + "/approve", 200);
        awaitSame(byCommand, byCall, "deployed");

        command(CommandType.ROLL_BACK_AUTOMATION, suggestion(byCommand));
        post(Role.AUTOMATION, "/api/deploy/" + byCall + "/rollback", 200);
        awaitSame(byCommand, byCall, "rolled_back");

        String rejected = open.remove();
        String rejectedByCall = open.remove();
        command(
                CommandType.REJECT_SUGGESTION,
                new JsonObject(suggestion(rejected))
                        .put("reason", "not at night")
                        .encode());
        Sent no = Sent.json("POST", "/api/suggestions/" + rejectedByCall + "/reject", "{\"reason\": \"not at night\"}");
        assertThat(client.ask(url(Role.AUTOMATION), no).status()).isEqualTo(200);
        awaitSame(rejected, rejectedByCall, "rejected");
        awaitEvents("suggestion.rejected", 2);
        assertThat(ear.events("suggestion.rejected"))
                .extracting(event -> event.getString("reason"))
                .containsOnly("not at night");
    }

    /** A file of somebody else lies where the automation is to be put. */
    void failToDeploy(Path dataFolder) throws IOException {
        String id = open().remove();
        String automation = get(Role.AUTOMATION, "/api/suggestions/" + id).getString("automation_id");
        Path file = dataFolder.resolve("automations").resolve(automation + ".yaml");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "- id: mine\n  alias: Mine\n  triggers: []\n  actions: []\n");
        post(Role.AUTOMATION, "/api/suggestions/" + id + "/approve", 200);
        awaitEvents("automation.failed", 1);
    }

    /** The owner automates by hand what is proposed, so it is withdrawn. */
    void withdraw() {
        JsonObject automation = get(Role.AUTOMATION, "/api/suggestions/" + open().remove())
                .getJsonObject("automation")
                .copy()
                .put("id", "by_hand")
                .put("alias", "By hand");
        upload(
                "/api/v1/automations",
                "application/json",
                new JsonArray().add(automation).encode().getBytes(StandardCharsets.UTF_8));
        analyse();
        awaitEvents("pattern.changed", 1);
        awaitEvents("suggestion.expired", 1);
    }

    /** The home was on the other side of the world all the time: its habits by the clock are others. */
    void retire() {
        JsonObject registry = get(Role.DATA, "/api/v1/registry");
        registry.getJsonObject("config").put("time_zone", "Pacific/Auckland");
        upload("/api/v1/registry", "application/json", registry.toBuffer().getBytes());
        analyse();
        awaitEvents("pattern.retired", 1);
    }

    void train() {
        post(Role.TRAINING, "/api/v1/training/trigger?training_type=suggestion_ranker", 202);
        awaitEvents("training.completed", 1);
        awaitEvents("model.promoted", 1);
    }

    void ask() {
        Sent question = Sent.json("POST", "/api/v1/query", "{\"query\": \"which lights are on\"}");
        assertThat(client.ask(url(Role.QUERY), question).isGood()).isTrue();
        awaitEvents("query.answered", 1);
    }

    /** What cannot be read is put aside: each command, and an event that is none. */
    void sayNonsense() {
        for (CommandType type : CommandType.values()) {
            awaitDeadLetter(Topic.command(HOME, type), "[1]");
        }
        awaitDeadLetter(Topic.command(HOME, CommandType.APPROVE_SUGGESTION), suggestion("s_nobody"));
        awaitDeadLetter(Topic.event(HOME, EventType.PATTERN_DETECTED), "no event");
        awaitDeadLetter(Topic.event(HOME, EventType.HISTORY_IMPORTED), "{}");
    }

    private void awaitDeadLetter(Topic topic, String payload) {
        int before = ear.deadLetters(topic).size();
        ear.say(topic, payload);
        await("dead letter of " + topic)
                .atMost(PATIENCE)
                .until(() -> ear.deadLetters(topic).size() > before);
        assertThat(ear.deadLetters(topic).getLast().getString("payload")).isEqualTo(payload);
    }

    private void command(CommandType type, String payload) {
        ear.say(Topic.command(HOME, type), payload);
    }

    private static String suggestion(String id) {
        return new JsonObject().put("suggestion_id", id).encode();
    }

    private Deque<String> open() {
        Deque<String> open = new ArrayDeque<>();
        get(Role.AUTOMATION, "/api/suggestions/list?status=proposed&limit=100")
                .getJsonArray("suggestions")
                .forEach(one -> open.add(((JsonObject) one).getString("id")));
        return open;
    }

    private void awaitSame(String one, String other, String status) {
        for (String id : new String[] {one, other}) {
            await(id + " is " + status)
                    .atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(get(Role.AUTOMATION, "/api/suggestions/" + id)
                                    .getString("status"))
                            .isEqualTo(status));
        }
    }

    private void awaitEvents(String type, int count) {
        await(count + " of " + type)
                .atMost(PATIENCE)
                .until(() -> ear.events(type).size() >= count);
    }

    private void awaitIdle() {
        await("the analysis")
                .atMost(PATIENCE)
                .until(() -> get(Role.PATTERN, "/api/analysis/status")
                        .getString("status")
                        .equals("idle"));
    }

    private void upload(String uri, String mediaType, byte[] body) {
        Answer answer = client.ask(
                url(Role.DATA), new Sent("POST", uri, Map.of("Content-Type", mediaType), Buffer.buffer(body)));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    }

    private void post(Role role, String uri, int status) {
        Answer answer = client.ask(url(role), new Sent("POST", uri, Map.of(), null));
        assertThat(answer.status()).as(uri + ": " + answer).isEqualTo(status);
    }

    private JsonObject get(Role role, String uri) {
        Answer answer = client.ask(url(role), Sent.get(uri));
        assertThat(answer.isGood()).as(uri + ": " + answer).isTrue();
        return answer.object();
    }

    private URI url(Role role) {
        return URI.create(String.valueOf(settings.urls().get(role)));
    }
}
