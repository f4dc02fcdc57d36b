package io.homeiq.app.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.homeiq.app.api.ApiClient.Sent;
import io.homeiq.app.runtime.HomeIq;
import io.homeiq.app.settings.Role;
import io.homeiq.app.settings.Settings;
import io.homeiq.app.settings.SettingsReader;
import io.homeiq.app.simulate.HomeFolder;
import io.homeiq.simulation.SampleHome;
import io.homeiq.simulation.SimulationSettings;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All five services in this process, with a sample home in them, and their documents. */
final class ServedHome implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long SEED = 4_711;
    private static final int DAYS = 42;
    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 5);

    private final HomeIq homeIq;
    private final ApiClient client;
    private final Map<Role, OpenApiDocument> documents = new EnumMap<>(Role.class);

    private ServedHome(HomeIq homeIq, ApiClient client) {
        this.homeIq = homeIq;
        this.client = client;
    }

    /** Without anything in it; the services want this key, or none. */
    static ServedHome empty(Path folder, @Nullable String key, ApiClient client) {
        Map<String, String> variables = new HashMap<>(Map.of("MQTT_PORT", "0", "HOMEIQ_DATA", folder.toString()));
        variables.put("HOMEIQ_SUGGESTIONS_PER_WEEK", "1000");
        for (Role role : Role.values()) {
            variables.put("HOMEIQ_" + role + "_PORT", "0");
        }
        if (key != null) {
            variables.put("HOMEIQ_API_KEY", key);
        }
        Settings settings = ((SettingsReader.Outcome.Valid) SettingsReader.read(variables)).settings();
        return new ServedHome(HomeIq.start(settings, EnumSet.allOf(Role.class), Clock.systemUTC()), client);
    }

    /** With a home of six weeks whose habits are found and proposed. */
    static ServedHome withHabits(Path folder, ApiClient client) throws IOException {
        ServedHome home = empty(folder.resolve("data"), null, client);
        HomeFolder files = new HomeFolder(
                SampleHome.generate(SimulationSettings.of(SEED, FIRST_DAY, DAYS)), folder.resolve("files"));
        files.writeHistory();
        home.put("/api/v1/registry", "application/json", files.registry());
        home.put("/api/v1/automations", "application/yaml", files.automations());
        home.put("/api/v1/imports?name=sample.ndjson", "application/octet-stream", files.events());
        home.analyse();
        return home;
    }

    private void put(String uri, String mediaType, Path file) throws IOException {
        Answer answer = client.ask(
                url(Role.DATA),
                new Sent("POST", uri, Map.of("Content-Type", mediaType), Buffer.buffer(Files.readAllBytes(file))));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    }

    private void analyse() {
        client.ask(url(Role.PATTERN), new Sent("POST", "/api/analysis/trigger", Map.of(), null));
        await("the analysis").atMost(PATIENCE).until(() -> {
            JsonObject status = get(Role.PATTERN, "/api/analysis/status");
            return status.getString("status").equals("idle") && status.containsKey("last_run");
        });
        int proven = get(Role.PATTERN, "/api/v1/patterns/stats")
                .getJsonObject("data")
                .getInteger("proven");
        await("the suggestions")
                .atMost(PATIENCE)
                .until(() -> get(Role.AUTOMATION, "/api/suggestions/list").getInteger("total") >= proven);
    }

    URI url(Role role) {
        return URI.create(String.valueOf(homeIq.settings().urls().get(role)));
    }

    /** An answer that must be a good one. */
    JsonObject get(Role role, String uri) {
        Answer answer = client.ask(url(role), Sent.get(uri));
        assertThat(answer.isGood()).as(role + " " + uri + ": " + answer).isTrue();
        return answer.object();
    }

    /** As {@link #get}, whatever the body is. */
    String text(Role role, String uri) {
        Answer answer = client.ask(url(role), Sent.get(uri));
        assertThat(answer.isGood()).as(role + " " + uri + ": " + answer).isTrue();
        return answer.text();
    }

    /** As the service serves it. */
    OpenApiDocument document(Role role) {
        return documents.computeIfAbsent(role, any -> {
            Answer answer = client.ask(url(role), Sent.get("/openapi.yaml"));
            assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
            return OpenApiDocument.parse(role.wireName(), answer.text());
        });
    }

    @Override
    public void close() {
        homeIq.close();
    }
}
