package io.homeiq.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.homeiq.contracts.home.Sequenced;
import io.homeiq.testing.MutableClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The data service goes away for a while: what happened meanwhile is read as soon as something is heard of it again. */
class CatchingUpIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Far less than the clock of the service takes to look again. */
    private static final Duration SOON = Duration.ofSeconds(5);

    private final List<Sequenced> events = HallLife.events(1);

    @TempDir
    Path folder;

    private Station station;

    @BeforeEach
    void start() {
        station = new Station(folder, MutableClock.at("2026-02-05T20:00:00Z"));
        station.register(HallLife.registry());
        station.history.add(events.subList(0, 20));
    }

    @AfterEach
    void close() {
        station.close();
    }

    @Test
    void theFirstBellAfterAnAbsenceIsEnough() {
        // Given
        ring(20);
        await().atMost(PATIENCE).until(() -> lag() == 0);
        station.history.stop();
        await("the circuit opens").atMost(PATIENCE).until(() -> {
            ring(30);
            return station.number("homeiq_client_circuit_open") == 1;
        });
        assertThat(station.get("/api/analysis/status").at("/history/status").asText())
                .isEqualTo("unreadable");

        // When
        station.history.add(events.subList(20, 200));
        station.history.startAgain();
        ring(200);

        // Then
        await().atMost(SOON).until(() -> lag() == 0);
        assertThat(station.number("homeiq_client_circuit_open")).isZero();
        assertThat(station.get("/api/analysis/status").at("/history/status").asText())
                .isEqualTo("readable");
    }

    private double lag() {
        return station.number("homeiq_history_lag_events");
    }

    private void ring(int seq) {
        station.ring(events.get(seq - 1));
    }
}
