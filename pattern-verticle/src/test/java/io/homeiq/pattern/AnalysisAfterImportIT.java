package io.homeiq.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.homeiq.bus.Message;
import io.homeiq.contracts.event.Event;
import io.homeiq.contracts.event.EventId;
import io.homeiq.contracts.event.HistoryImported;
import io.homeiq.contracts.json.EventCodec;
import io.homeiq.store.analysis.AnalysisRun;
import io.homeiq.testing.MutableClock;
import io.vertx.core.buffer.Buffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnalysisAfterImportIT {

    @TempDir
    private Path folder;

    private final MutableClock clock = MutableClock.at("2026-02-05T20:00:00Z");
    private Station station;

    @BeforeEach
    void start() {
        station = new Station(folder, clock);
        station.register(HallLife.registry());
        station.history.add(HallLife.events(1));
    }

    @AfterEach
    void close() {
        station.close();
    }

    @Test
    void analysesSoonAfterHistoryCameIn() {
        // When
        imported("events.csv", 40);
        imported("Home Assistant", 2_000);

        // Then
        await().atMost(Duration.ofSeconds(30)).until(() -> !station.runs().isEmpty());
        assertThat(station.runs()).extracting(AnalysisRun::triggeredBy).containsExactly("import");
    }

    @Test
    void anImportThatBroughtNothingNewStartsNoAnalysis() {
        // When
        imported("events.csv", 0);

        // Then
        Duration longerThanItWouldTake = Duration.ofSeconds(4);
        await().during(longerThanItWouldTake)
                .atMost(Duration.ofSeconds(30))
                .until(() -> station.runs().isEmpty());
    }

    private void imported(String source, long added) {
        HistoryImported imported =
                new HistoryImported(source, added, 5, 0, clock.instant(), clock.instant(), added + 5);
        Event<HistoryImported> event =
                new Event<>(new EventId(UUID.randomUUID().toString()), Station.HOME, "data", clock.instant(), imported);
        byte[] payload = new EventCodec(station.json).encode(event);
        Station.await(station.bus.publish(new Message(event.topic(), Buffer.buffer(payload), false)));
    }
}
