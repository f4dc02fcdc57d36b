package io.homeiq.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.homeiq.store.analysis.AnalysisRun;
import io.homeiq.store.analysis.AnalysisStatus;
import io.homeiq.testing.MutableClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The analysis of every night, with a real database and two processes' worth of services. */
class NightlyAnalysisIT {

    /** Three in the morning in Amsterdam. */
    private static final Instant NIGHT = Instant.parse("2026-02-06T02:00:00Z");

    @TempDir
    private Path folder;

    private final MutableClock clock = MutableClock.at(NIGHT.minus(Duration.ofHours(6)));
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
    void runsOnceANightHoweverManyWatchAndStartAnew() {
        // Given
        try (Station second = new Station(folder, clock)) {
            second.history.add(HallLife.events(1));

            // When
            clock.set(NIGHT);
            untilCompleted(1);
            station.restart();
            second.restart();
            clock.advance(Duration.ofHours(2));
            clock.set(NIGHT.plus(Duration.ofDays(1)));
            untilCompleted(2);
        }

        // Then
        assertThat(station.runs()).hasSize(2).allSatisfy(run -> {
            assertThat(run.triggeredBy()).isEqualTo("schedule");
            assertThat(run.status()).isEqualTo(AnalysisStatus.COMPLETED);
        });
        assertThat(station.runs())
                .extracting(AnalysisRun::startedAt)
                .containsExactly(NIGHT.plus(Duration.ofDays(1)), NIGHT);
    }

    @Test
    void aNightThatWasMissedIsMadeUpForAfterTheStart() {
        // Given a home that was analysed before, and a service that was down at three
        station.analyse();
        station.close();
        clock.set(NIGHT.plus(Duration.ofHours(4)));

        // When
        station = new Station(folder, clock);
        station.history.add(HallLife.events(1));
        untilCompleted(2);

        // Then
        assertThat(station.runs().getFirst().triggeredBy()).isEqualTo("schedule");
        assertThat(station.runs().getFirst().startedAt()).isEqualTo(clock.instant());
    }

    @Test
    void tellsWhatIsPlanned() {
        // When
        JsonNode before = station.get("/api/analysis/schedule");
        clock.set(NIGHT);
        untilCompleted(1);
        JsonNode after = station.get("/api/analysis/schedule");

        // Then
        assertThat(before.path("time").asText()).isEqualTo("03:00");
        assertThat(before.path("time_zone").asText()).isEqualTo("Europe/Amsterdam");
        assertThat(before.path("next_run").asText()).isEqualTo(NIGHT.toString());
        assertThat(before.path("next_run_local").asText()).isEqualTo("2026-02-06T03:00:00+01:00");
        assertThat(before.has("last_nightly_run")).isFalse();
        assertThat(after.path("next_run").asText())
                .isEqualTo(NIGHT.plus(Duration.ofDays(1)).toString());
        assertThat(after.path("last_nightly_run").path("status").asText()).isEqualTo("completed");
    }

    private void untilCompleted(int times) {
        await().untilAsserted(() -> {
            List<AnalysisRun> runs = station.runs();
            assertThat(runs).hasSize(times);
            assertThat(runs).allMatch(run -> run.status() == AnalysisStatus.COMPLETED);
        });
    }
}
