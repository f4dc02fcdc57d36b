package io.homeiq.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.homeiq.bus.Message;
import io.homeiq.contracts.event.CommandType;
import io.homeiq.contracts.event.EventType;
import io.homeiq.contracts.event.Topic;
import io.homeiq.contracts.home.HomeId;
import io.homeiq.testing.FreePort;
import io.homeiq.testing.HomeAssistantProcess;
import io.homeiq.testing.MosquittoProcess;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code homeiq run} does when what it stands on is wrong: it says so in a line, and neither hangs nor dies. */
class BadInputIT {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final List<String> RUN = List.of("run");

    /** Has the shape of a real one, so that nothing that masks by shape alone would miss it. */
    private static final String TOKEN = "wrongheader.wrongpayload.wrongsignature";

    private final Map<String, String> variables = new TreeMap<>();
    private final int dataPort = FreePort.find();
    private final int automationPort = FreePort.find();

    @TempDir
    Path folder;

    BadInputIT() {
        variables.put("MQTT_PORT", "0");
        variables.put("HOMEIQ_DATA_PORT", Integer.toString(dataPort));
        variables.put("HOMEIQ_AUTOMATION_PORT", Integer.toString(automationPort));
        for (String role : List.of("PATTERN", "TRAINING", "QUERY")) {
            variables.put("HOMEIQ_" + role + "_PORT", "0");
        }
    }

    @Test
    void namesThePortThatIsInUse() throws IOException {
        // Given
        try (ServerSocket taken = new ServerSocket(dataPort, 1, InetAddress.getLoopbackAddress());
                HomeIqProcess process = run()) {
            // When
            int exitCode = process.exitCode(PATIENCE);

            // Then
            assertThat(exitCode).as(process.err()).isEqualTo(1);
            assertThat(process.err().lines().filter(line -> line.startsWith("homeiq: ")))
                    .singleElement()
                    .asString()
                    .contains(Integer.toString(taken.getLocalPort()));
            assertThat(process.err()).doesNotContain("\tat ");
        }
    }

    @Test
    void namesAllWrongSettingsAtOnceAndOpensNothing() {
        // Given
        variables.put("HOMEIQ_DATA_PORT", "http");
        variables.put("HA_URL", "homeassistant.local:8123");
        variables.put("HA_TOKEN", TOKEN);
        variables.put("HOMEIQ_BIND", "0.0.0.0");

        // When
        try (HomeIqProcess process = run()) {
            int exitCode = process.exitCode(PATIENCE);

            // Then
            assertThat(exitCode).isEqualTo(2);
            assertThat(process.err()).contains("HOMEIQ_DATA_PORT=http", "HA_URL=", "HOMEIQ_API_KEY");
            assertThat(process.err()).doesNotContain(TOKEN);
            assertThat(volume()).doesNotExist();
        }
    }

    @Test
    void worksWithoutItsHomeAssistantAndSaysThatItIsNotThere() {
        // Given
        variables.put("HA_URL", "http://127.0.0.1:" + FreePort.find());
        variables.put("HA_TOKEN", TOKEN);

        // When
        try (HomeIqProcess process = run();
                Web web = Web.plain()) {
            // Then
            assertNotReady(web, process, "home_assistant");
            assertOneLineWithoutToken(process, "Home Assistant");
        }
    }

    @Test
    void worksWithAWrongTokenAndNeverShowsIt() {
        // Given
        try (HomeAssistantProcess home = HomeAssistantProcess.startSampleHome()) {
            variables.put("HA_URL", home.url());
            variables.put("HA_TOKEN", TOKEN);

            // When
            try (HomeIqProcess process = run();
                    Web web = Web.plain()) {
                // Then
                assertNotReady(web, process, "home_assistant");
                assertOneLineWithoutToken(process, "token");
            }
        }
    }

    @Test
    void worksWithoutItsBrokerAndSaysThatItIsNotThere() {
        // Given
        int nobody = FreePort.find();
        variables.remove("MQTT_PORT");
        variables.put("MQTT_BROKER", "127.0.0.1:" + nobody);
        variables.put("MQTT_USERNAME", "homeiq");
        variables.put("MQTT_PASSWORD", TOKEN);

        // When
        try (HomeIqProcess process = run();
                Web web = Web.plain()) {
            // Then
            assertNotReady(web, process, "bus");
            assertOneLineWithoutToken(process, Integer.toString(nobody));
        }
    }

    @Test
    void putsWhatIsNoMessageAsideAndGoesOn() {
        // Given
        try (MosquittoProcess broker = MosquittoProcess.startInMemory();
                BusWatcher bus = BusWatcher.of(broker.host(), broker.port())) {
            variables.remove("MQTT_PORT");
            variables.put("MQTT_BROKER", broker.host() + ":" + broker.port());
            try (HomeIqProcess process = run();
                    Web web = Web.plain()) {
                awaitReady(web, process);

                // When
                bus.say(message(Topic.event(HomeId.DEFAULT, EventType.PATTERN_DETECTED), "{ no JSON"));
                bus.say(message(Topic.event(HomeId.DEFAULT, EventType.PATTERN_DETECTED), "[1, 2]"));
                bus.say(message(Topic.command(HomeId.DEFAULT, CommandType.RUN_ANALYSIS), "\u0000\u0001"));

                // Then
                await("dead letters")
                        .atMost(PATIENCE)
                        .untilAsserted(() ->
                                assertThat(bus.deadLetters()).as(process::err).hasSizeGreaterThanOrEqualTo(3));
                awaitReady(web, process);
                Web.Answer imported = web.post(url(dataPort) + "/api/v1/imports?name=line", "{ no event");
                assertThat(imported.status()).as(imported.toString()).isEqualTo(422);
                assertThat(imported.body().path("detail").asText()).contains("line", "1 last line cut off");
            }
        }
    }

    private HomeIqProcess run() {
        variables.put("HOMEIQ_DATA", volume().toString());
        return HomeIqProcess.start(folder, "homeiq", variables, RUN);
    }

    private Path volume() {
        return folder.resolve("volume");
    }

    private static Message message(Topic topic, String text) {
        return new Message(topic, Buffer.buffer(text), false);
    }

    private static String url(int port) {
        return "http://127.0.0.1:" + port;
    }

    private void awaitReady(Web web, HomeIqProcess process) {
        for (int port : List.of(dataPort, automationPort)) {
            await("ready")
                    .atMost(PATIENCE)
                    .ignoreException(UncheckedIOException.class)
                    .untilAsserted(() -> assertThat(
                                    web.get(url(port) + "/health/ready").status())
                            .as(process::err)
                            .isEqualTo(200));
        }
    }

    /** The process lives, its readiness names the check that is down, and its stored data can be read. */
    private void assertNotReady(Web web, HomeIqProcess process, String check) {
        await("the answer on readiness")
                .atMost(PATIENCE)
                .ignoreException(UncheckedIOException.class)
                .untilAsserted(() -> {
                    Web.Answer answer = web.get(url(dataPort) + "/health/ready");
                    assertThat(answer.status()).as(process::err).isEqualTo(503);
                    JsonNode checks = answer.body().path("checks");
                    assertThat(checks.path(check).asText())
                            .as(checks.toString())
                            .isEqualTo("DOWN");
                });
        assertThat(web.get(url(dataPort) + "/health/live").status()).isEqualTo(200);
        assertThat(web.get(url(dataPort) + "/api/v1/events").status()).isEqualTo(200);
        assertThat(process.isAlive()).isTrue();
    }

    /** Repeated attempts may be told again, but each in a line of its own. */
    private static void assertOneLineWithoutToken(HomeIqProcess process, String word) {
        await("a line about " + word)
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(process.err()
                                .lines()
                                .filter(line -> line.contains(" WARN ") || line.contains(" ERROR "))
                                .filter(line -> line.contains(word)))
                        .as(process::err)
                        .isNotEmpty());
        assertThat(process.err()).doesNotContain("\tat ", TOKEN);
        assertThat(process.out()).doesNotContain(TOKEN);
    }
}
