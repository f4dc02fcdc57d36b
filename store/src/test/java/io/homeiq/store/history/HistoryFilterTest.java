package io.homeiq.store.history;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Set;
import org.junit.jupiter.api.Test;

class HistoryFilterTest {

    @Test
    void refusesAnEndBeforeItsStart() {
        assertThatIllegalArgumentException()
                // When
                .isThrownBy(() -> new HistoryFilter(Events.START, Events.START.minusNanos(1), Set.of(), false))
                // Then
                .withMessageStartingWith("end must not be before start");
    }
}
