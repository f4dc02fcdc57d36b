package io.homeiq.app.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.app.api.ApiClient.Sent;
import io.homeiq.app.runtime.HomeIq;
import io.homeiq.app.settings.Role;
import io.homeiq.app.settings.SettingsReader;
import io.homeiq.app.simulate.HomeFolder;
import io.homeiq.bus.Message;
import io.homeiq.simulation.SampleHome;
import io.homeiq.simulation.SimulationSettings;
import io.homeiq.testing.MosquittoProcess;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

/** Everything that HomeIQ says on a real broker in one life, beside the document that it serves of it. */
class AsyncApiIT {

    private static final long SEED = 4_711;
    private static final int DAYS = 42;
    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 5);

    @TempDir
    static Path folder;

    private static final Deque<AutoCloseable> OPENED = new ArrayDeque<>();
    private static HomeIq homeIq;
    private static ApiClient client;
    private static BusDocument document;
    private static List<Message> heard;

    @BeforeAll
    static void liveOneLife() throws IOException {
        client = opened(new ApiClient(4));
        homeIq = opened(HomeIq.start(
                ((SettingsReader.Outcome.Valid) SettingsReader.read(variables())).settings(),
                EnumSet.allOf(Role.class),
                Clock.systemUTC()));
        BusEar ear = opened(BusEar.at(homeIq.settings().broker()));
        document = BusDocument.parse(served(Role.DATA));
        HomeFolder files = new HomeFolder(
                SampleHome.generate(SimulationSettings.of(SEED, FIRST_DAY, DAYS)), folder.resolve("files"));
        files.writeHistory();
        BusWalk walk = new BusWalk(homeIq.settings(), ear, client);
        walk.takeInHome(files);
        walk.analyse();
        walk.decide();
        walk.failToDeploy(folder.resolve("data"));
        walk.withdraw();
        walk.retire();
        walk.ask();
        walk.train();
        walk.sayNonsense();
        heard = ear.heard();
    }

    private static Map<String, String> variables() {
        Map<String, String> variables = new HashMap<>(
                Map.of("MQTT_PORT", "0", "HOMEIQ_DATA", folder.resolve("data").toString()));
        variables.put("HOMEIQ_SUGGESTIONS_PER_WEEK", "1000");
        for (Role role : Role.values()) {
            variables.put("HOMEIQ_" + role + "_PORT", "0");
        }
        try {
            MosquittoProcess broker = opened(MosquittoProcess.startInMemory());
            variables.put("MQTT_BROKER", "mqtt://" + broker.host());
            variables.put("MQTT_PORT", Integer.toString(broker.port()));
        } catch (TestAbortedException noMosquitto) {
            // The embedded broker then, which the variables name already.
        }
        return variables;
    }

    private static <T extends AutoCloseable> T opened(T part) {
        OPENED.push(part);
        return part;
    }

    private static String served(Role role) {
        Answer answer =
                client.ask(URI.create(String.valueOf(homeIq.settings().urls().get(role))), Sent.get("/asyncapi.yaml"));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.text();
    }

    @AfterAll
    static void close() throws Exception {
        while (!OPENED.isEmpty()) {
            OPENED.pop().close();
        }
    }

    @Test
    void everyServiceServesTheSameDocument() {
        String ofData = served(Role.DATA);

        for (Role role : Role.values()) {
            assertThat(served(role)).isEqualTo(ofData);
        }
    }

    @Test
    void itsExamplesFitItsSchemas() {
        assertThat(document.faultyExamples()).isEmpty();
    }

    @Test
    void everyTopicIsInTheDocument() {
        assertThat(heard)
                .isNotEmpty()
                .allSatisfy(
                        message -> assertThat(document.channelOf(message.topic().value()))
                                .as(message.topic().value())
                                .isPresent());
    }

    @Test
    void everyMessageFitsItsSchema() {
        // Given
        List<String> faults = new ArrayList<>();

        // When
        for (Message message : heard) {
            String channel = document.channelOf(message.topic().value()).orElse("");
            if (document.sent().contains(channel) && !isNonsenseOfOurs(message)) {
                document.faults(channel, message.payload().toString())
                        .forEach(fault -> faults.add(message.topic() + ": " + fault + " in " + message.payload()));
            }
        }

        // Then
        assertThat(faults).isEmpty();
    }

    /** Said by the walk on topics of events, and put aside by the services. */
    private static boolean isNonsenseOfOurs(Message message) {
        String payload = message.payload().toString();
        return payload.equals("no event") || payload.equals("{}");
    }

    @Test
    void everythingInTheDocumentIsSaidButWhatIsPlanned() {
        // When
        Set<String> said = new TreeSet<>();
        heard.forEach(message -> document.channelOf(message.topic().value()).ifPresent(said::add));

        // Then
        assertThat(said).containsAll(document.sent()).doesNotContainAnyElementsOf(document.planned());
        assertThat(document.planned()).isNotEmpty();
    }
}
