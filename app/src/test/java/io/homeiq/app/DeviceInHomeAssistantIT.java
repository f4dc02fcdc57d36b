package io.homeiq.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.homeiq.bus.Message;
import io.homeiq.contracts.event.Event;
import io.homeiq.contracts.event.EventId;
import io.homeiq.contracts.event.EventType;
import io.homeiq.contracts.event.PatternDetected;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeId;
import io.homeiq.contracts.json.EventCodec;
import io.homeiq.contracts.json.WireJson;
import io.homeiq.contracts.pattern.Evidence;
import io.homeiq.contracts.pattern.Finding;
import io.homeiq.contracts.pattern.Pattern;
import io.homeiq.contracts.pattern.PatternId;
import io.homeiq.contracts.pattern.PatternKind;
import io.homeiq.contracts.rule.CallService;
import io.homeiq.contracts.rule.Rule;
import io.homeiq.contracts.rule.TimeTrigger;
import io.homeiq.testing.FreePort;
import io.homeiq.testing.HomeAssistantProcess;
import io.homeiq.testing.MosquittoProcess;
import io.vertx.core.buffer.Buffer;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The device HomeIQ in a real Home Assistant, with a real broker or the embedded one. */
class DeviceInHomeAssistantIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final EntityId LAMP = new EntityId("light.kitchen_light");

    private static final String PENDING = "sensor.homeiq_pending_suggestions";
    private static final String BEST = "sensor.homeiq_best_suggestion";
    private static final String ANSWER = "sensor.homeiq_last_answer";
    private static final String NEWS = "event.homeiq_suggestion";
    private static final String APPROVE = "button.homeiq_approve_best_suggestion";
    private static final String REJECT = "button.homeiq_reject_best_suggestion";
    private static final String ANALYSE = "button.homeiq_run_analysis";
    private static final String LEARNING = "switch.homeiq_learning";
    private static final String MODE = "select.homeiq_mode";

    @TempDir
    Path folder;

    @Test
    void showsWhatWaitsTakesAnswersAndChoicesAndIsGoneWhenHomeIqIs() {
        try (MosquittoProcess broker = MosquittoProcess.startPersistent();
                HomeAssistantProcess process = HomeAssistantProcess.startSampleHome(broker.host(), broker.port());
                OwnersView home = new OwnersView(process);
                BusWatcher bus = BusWatcher.of(broker.host(), broker.port())) {
            Map<String, String> variables = variables();
            variables.put("MQTT_BROKER", "mqtt://" + broker.host() + ":" + broker.port());
            variables.put("HA_URL", process.url());
            variables.put("HA_TOKEN", process.token());
            try (HomeIqProcess homeIq = start(variables)) {
                isThereWithNothingToAnswer(home);
                suggestedAndApprovedByThePress(home, bus, "lamp");
                await("the automation")
                        .atMost(PATIENCE)
                        .until(() -> !home.automation("homeiq_lamp").isMissingNode());
                choices(home);
                analysisRuns(home, bus);
                homeIq.kill();
            }
            // The last will speaks for a process that was killed.
            until(home, MODE, "unavailable");
            until(home, APPROVE, "unavailable");

            try (HomeIqProcess homeIq = start(variables)) {
                until(home, MODE, "shadow");
                process.restart();
                until(home, MODE, "shadow");
                rejectedByThePress(home, bus, "other");
                homeIq.stop();
                until(home, MODE, "unavailable");
            }
        }
    }

    /** Home Assistant speaks 5 unless it is told otherwise. */
    @ParameterizedTest
    @ValueSource(strings = {"5", "3.1.1"})
    void worksWithTheEmbeddedBrokerInBothVersionsOfMqtt(String protocol) {
        // Given
        int port = FreePort.find();
        Map<String, String> variables = variables();
        variables.put("MQTT_PORT", Integer.toString(port));
        try (HomeIqProcess homeIq = start(variables)) {
            await("the broker").atMost(PATIENCE).until(() -> homeIq.isAlive() && accepts(port));
            try (HomeAssistantProcess process = HomeAssistantProcess.startSampleHome("127.0.0.1", port, protocol);
                    OwnersView home = new OwnersView(process);
                    BusWatcher bus = BusWatcher.of("127.0.0.1", port)) {

                // When
                isThereWithNothingToAnswer(home);

                // Then
                suggestedAndApprovedByThePress(home, bus, "lamp");
                home.call("select/select_option", MODE, ", \"option\": \"off\"");
                until(home, MODE, "off");
                homeIq.stop();
                until(home, MODE, "unavailable");
            }
        }
    }

    private static void isThereWithNothingToAnswer(OwnersView home) {
        until(home, PENDING, "0");
        until(home, BEST, "none");
        until(home, ANSWER, "none");
        until(home, NEWS, "unknown");
        until(home, ANALYSE, "unknown");
        until(home, LEARNING, "on");
        until(home, MODE, "suggest");
        until(home, APPROVE, "unavailable");
        until(home, REJECT, "unavailable");
    }

    private static void suggestedAndApprovedByThePress(OwnersView home, BusWatcher bus, String id) {
        bus.say(detected(id));
        until(home, PENDING, "1");
        await().atMost(PATIENCE)
                .until(() -> home.attribute(BEST, "suggestion_id").equals("sug_" + id));
        await().atMost(PATIENCE).until(() -> home.attribute(NEWS, "event_type").equals("proposed"));
        assertThat(home.attribute(NEWS, "title")).isEqualTo(home.state(BEST)).isNotBlank();
        // The very first presses may come too soon after it came up, and are refused.
        await().atMost(PATIENCE).until(() -> {
            home.call("button/press", APPROVE, "");
            return home.state(ANSWER).startsWith("Approved: ");
        });
        until(home, PENDING, "0");
        await().atMost(PATIENCE).until(() -> home.attribute(NEWS, "event_type").equals("approved"));
        until(home, APPROVE, "unavailable");
        assertThat(bus.events(EventType.SUGGESTION_APPROVED)).hasSize(1);
    }

    private static void rejectedByThePress(OwnersView home, BusWatcher bus, String id) {
        bus.say(detected(id));
        until(home, PENDING, "1");
        // In shadow what is new is on trial at once.
        assertThat(home.attribute(BEST, "on_trial")).isEqualTo("true");
        await().atMost(PATIENCE).until(() -> {
            home.call("button/press", REJECT, "");
            return home.state(ANSWER).startsWith("Rejected: ");
        });
        until(home, PENDING, "0");
        assertThat(bus.events(EventType.SUGGESTION_REJECTED)).hasSize(1);
    }

    private static void choices(OwnersView home) {
        home.call("select/select_option", MODE, ", \"option\": \"shadow\"");
        until(home, MODE, "shadow");
        home.call("switch/turn_off", LEARNING, "");
        until(home, LEARNING, "off");
        home.call("switch/turn_on", LEARNING, "");
        until(home, LEARNING, "on");
    }

    private static void analysisRuns(OwnersView home, BusWatcher bus) {
        int before = bus.events(EventType.ANALYSIS_COMPLETED).size();
        home.call("button/press", ANALYSE, "");
        await("an analysis")
                .atMost(PATIENCE)
                .until(() -> bus.events(EventType.ANALYSIS_COMPLETED).size() > before);
    }

    private static void until(OwnersView home, String entity, String state) {
        await(entity + " is " + state).atMost(PATIENCE).until(() -> home.state(entity), state::equals);
    }

    private Map<String, String> variables() {
        Map<String, String> variables = new TreeMap<>();
        variables.put("HOMEIQ_DATA", folder.resolve("data").toString());
        for (String service : List.of("DATA", "PATTERN", "TRAINING", "QUERY", "AUTOMATION")) {
            variables.put("HOMEIQ_" + service + "_PORT", "0");
        }
        return variables;
    }

    private HomeIqProcess start(Map<String, String> variables) {
        return HomeIqProcess.start(folder, "run", variables, List.of("run"));
    }

    private static boolean accepts(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (java.io.IOException e) {
            return false;
        }
    }

    private static Message detected(String id) {
        LocalTime time = LocalTime.of(6, id.equals("lamp") ? 45 : 15);
        Pattern pattern = new Pattern(
                new PatternId(id),
                PatternKind.TIME_OF_DAY,
                LAMP,
                new Rule(
                        List.of(TimeTrigger.at(time)),
                        List.of(),
                        List.of(CallService.of("light", id.equals("lamp") ? "turn_on" : "turn_off", LAMP))),
                0.9,
                0.01,
                23,
                Instant.parse("2026-01-01T06:45:00Z"),
                Instant.parse("2026-02-27T06:45:00Z"),
                new Evidence(20, 18, 17, 1, 2, 17.0 / 18, 0.7, 0.99, List.of()),
                new Finding.Proven());
        Event<PatternDetected> event = new Event<>(
                new EventId("evt-" + id), HomeId.DEFAULT, "pattern", Instant.now(), new PatternDetected(pattern));
        return new Message(event.topic(), Buffer.buffer(new EventCodec(new WireJson()).encode(event)), false);
    }
}
