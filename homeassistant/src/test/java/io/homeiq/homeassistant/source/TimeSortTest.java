package io.homeiq.homeassistant.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.contracts.home.HomeEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeSortTest {

    private static final long SEED = 3;

    @ParameterizedTest
    @ValueSource(ints = {1_000, 100, 7})
    void sortsMoreThanItHolds(int maxHeld) {
        // Given
        List<HomeEvent> events = new ArrayList<>(LittleHome.events(SEED, Instant.parse("2026-03-01T06:00:00Z"), 300));
        Collections.shuffle(events, new Random(SEED));
        List<HomeEvent> sorted = new ArrayList<>();

        // When
        try (TimeSort sort = new TimeSort(sorted::add, maxHeld)) {
            events.forEach(sort::add);
            sort.finish();
        }

        // Then
        assertThat(sorted)
                .as("seed %s", SEED)
                .hasSameSizeAs(events)
                .isSortedAccordingTo(Comparator.comparing(HomeEvent::time))
                .containsExactlyInAnyOrderElementsOf(events);
    }
}
