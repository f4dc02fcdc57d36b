package io.homeiq.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.contracts.home.Sequenced;
import io.homeiq.store.analysis.AnalysisRun;
import io.homeiq.testing.MutableClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An analysis reads the whole history again only where something else than newer events changed. */
class GoingOnIT {

    private static final List<Sequenced> EVENTS = HallLife.events(1);

    /** All but the last days. */
    private static final int KNOWN = 300;

    @TempDir
    private Path folder;

    private final MutableClock clock = MutableClock.at("2026-02-05T20:00:00Z");
    private Station station;

    @BeforeEach
    void start() {
        station = new Station(folder, clock);
        station.register(HallLife.registry());
        station.history.add(EVENTS.subList(0, KNOWN));
        station.analyse();
    }

    @AfterEach
    void close() {
        station.close();
    }

    @Test
    void newerEventsAreTakenInWithoutReadingAllAgain() {
        // Given
        int before = station.history.wholeReads();
        station.history.add(EVENTS.subList(KNOWN, EVENTS.size()));

        // When
        analyse();
        analyse();

        // Then
        assertThat(station.history.wholeReads()).isEqualTo(before);
        assertThat(station.runs().getFirst().result())
                .extracting(AnalysisRun.Result::events)
                .isEqualTo((long) EVENTS.size());
    }

    @Test
    void anEventThatCameLateIsReasonToReadAllAgainOnce() {
        // Given the next two events the other way round
        int before = station.history.wholeReads();
        station.history.add(List.of(
                new Sequenced(KNOWN + 1, EVENTS.get(KNOWN + 1).event()),
                new Sequenced(KNOWN + 2, EVENTS.get(KNOWN).event())));

        // When
        analyse();
        analyse();

        // Then
        assertThat(station.history.wholeReads()).isEqualTo(before + 1);
        assertThat(station.runs().getFirst().result())
                .extracting(AnalysisRun.Result::events)
                .isEqualTo(KNOWN + 2L);
    }

    @Test
    void anotherRegistryIsReasonToReadAllAgain() {
        // Given
        int before = station.history.wholeReads();
        station.register(HallLife.registry("a_label"));

        // When
        analyse();

        // Then
        assertThat(station.history.wholeReads()).isEqualTo(before + 1);
    }

    @Test
    void historyThatIsNotThereAnyMoreIsForgotten() {
        // Given
        int before = station.history.wholeReads();
        station.history.forget(100);

        // When
        analyse();

        // Then
        assertThat(station.history.wholeReads()).isEqualTo(before + 1);
        assertThat(station.runs().getFirst().result())
                .extracting(AnalysisRun.Result::events)
                .isEqualTo(KNOWN - 100L);
    }

    @Test
    void aServiceThatStartsAnewGoesOn() {
        // Given
        station.restart();
        analyse();
        int before = station.history.wholeReads();
        station.history.add(EVENTS.subList(KNOWN, EVENTS.size()));

        // When
        analyse();

        // Then
        assertThat(station.history.wholeReads()).isEqualTo(before);
        assertThat(station.runs().getFirst().result())
                .extracting(AnalysisRun.Result::events)
                .isEqualTo((long) EVENTS.size());
    }

    /** Later than the one before, so that the runs tell which was the latest. */
    private void analyse() {
        clock.advance(Duration.ofMinutes(1));
        station.analyse();
    }
}
