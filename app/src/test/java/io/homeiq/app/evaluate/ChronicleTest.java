package io.homeiq.app.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.contracts.home.Attributes;
import io.homeiq.contracts.home.Context;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeEvent;
import io.homeiq.contracts.home.StateChange;
import io.homeiq.simulation.TrueCause;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ChronicleTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final TrueCause HAND = new TrueCause("physical", null, null, null);

    private static HomeEvent change(int second) {
        return new StateChange(
                new EntityId("light.hall"), "off", "on", Attributes.NONE, NOON.plusSeconds(second), Context.UNKNOWN);
    }

    @Test
    void putsLateEventsInTheirPlaceAndForgetsDoubles() {
        // Given
        Chronicle chronicle = new Chronicle();
        chronicle.accept(change(10), HAND);
        chronicle.accept(change(40), HAND);

        // When
        chronicle.accept(change(20), HAND);
        chronicle.accept(change(40), HAND);

        // Then
        assertThat(chronicle.inOrder()).extracting(Told::event).containsExactly(change(10), change(20), change(40));
    }
}
