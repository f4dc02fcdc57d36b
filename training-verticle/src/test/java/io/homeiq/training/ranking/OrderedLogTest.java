package io.homeiq.training.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.contracts.home.Context;
import io.homeiq.contracts.home.CoreStarted;
import io.homeiq.contracts.home.CoreStopped;
import io.homeiq.contracts.home.HomeEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OrderedLogTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Context CONTEXT = new Context("c", null, null);

    private final List<HomeEvent> seen = new ArrayList<>();
    private final OrderedLog log = new OrderedLog(seen::add);

    @Test
    void putsLateEventsInTheirPlaceAndTellsEachOnce() {
        // Given
        HomeEvent first = at(0);
        HomeEvent late = at(10);
        HomeEvent third = at(60);

        // When
        Stream.of(first, third, late, third).forEach(log);
        log.finish();

        // Then
        assertThat(seen).containsExactly(first, late, third);
    }

    @Test
    void keepsTheOrderOfWhatHappenedAtTheSameTime() {
        // Given
        HomeEvent stopped = new CoreStopped(NOON, CONTEXT);
        HomeEvent started = new CoreStarted(NOON, CONTEXT);

        // When
        Stream.of(stopped, started).forEach(log);
        log.finish();

        // Then
        assertThat(seen).containsExactly(stopped, started);
    }

    @Test
    void holdsNoMoreThanItsWindow() {
        // When
        Stream.of(at(0), at(1), at(122)).forEach(log);

        // Then
        assertThat(seen).containsExactly(at(0), at(1));
    }

    private static HomeEvent at(long second) {
        return new CoreStarted(NOON.plusSeconds(second), CONTEXT);
    }
}
