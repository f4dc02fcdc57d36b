package io.homeiq.simulation.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.contracts.home.Attributes;
import io.homeiq.contracts.home.Context;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.StateChange;
import io.homeiq.simulation.TrueCause;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class OccurrencesTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final Occurrences occurrences = new Occurrences();

    private void step(long seconds, String routine) {
        StateChange change = new StateChange(
                new EntityId("light.hall"), "off", "on", Attributes.NONE, NOON.plusSeconds(seconds), Context.UNKNOWN);
        occurrences.note(change, new TrueCause("physical", null, null, routine));
    }

    @Test
    void theStepsOfOneTimeCountOnce() {
        // Given
        step(0, "scene_1");
        step(3, "scene_1");
        step(120, "scene_1");

        // When
        step(3_600, "scene_1");

        // Then
        assertThat(occurrences.of("scene_1", true)).containsExactly(NOON, NOON.plusSeconds(3_600));
    }

    @Test
    void aHabitOfOneStepCountsEveryTime() {
        // Given
        step(0, "motion");
        step(0, "motion");

        // When
        step(90, "motion");

        // Then
        assertThat(occurrences.of("motion", false)).containsExactly(NOON, NOON.plusSeconds(90));
        assertThat(occurrences.of("other", false)).isEmpty();
    }
}
