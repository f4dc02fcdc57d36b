package io.homeiq.data.statestream;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.contracts.home.Attributes;
import io.homeiq.contracts.home.Context;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.StateChange;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LastKnownTest {

    private static final EntityId LAMP = new EntityId("light.hall");
    private static final Instant T1 = Instant.parse("2026-03-10T06:00:00Z");
    private static final Instant T2 = T1.plusSeconds(60);
    private static final Instant ARRIVED = T1.plusSeconds(600);
    private static final Attributes BRIGHT = new Attributes(Map.of("brightness", 200));

    private final LastKnown known = new LastKnown();

    @Test
    void aFirstUpdateIsAChangeFromAnUnknownState() {
        // When
        Optional<StateChange> change = known.judge(live("on", T1));

        // Then
        assertThat(change).contains(new StateChange(LAMP, null, "on", Attributes.NONE, T1, Context.UNKNOWN));
    }

    @Test
    void knowsTheStateBefore() {
        // Given
        known.judge(live("off", T1));

        // When
        Optional<StateChange> change = known.judge(live("on", T2));

        // Then
        assertThat(change).contains(new StateChange(LAMP, "off", "on", Attributes.NONE, T2, Context.UNKNOWN));
    }

    @Test
    void takesTheArrivalWhereNoTimeIsPublished() {
        // Given
        known.judge(live("off", null));

        // When
        Optional<StateChange> change = known.judge(live("on", null));

        // Then
        assertThat(change).map(StateChange::time).contains(ARRIVED);
    }

    @Test
    void whatWasKeptIsNoChangeButTheStateBeforeTheNext() {
        // When
        Optional<StateChange> first = known.judge(kept("off", T1));
        Optional<StateChange> second = known.judge(live("on", T2));

        // Then
        assertThat(first).isEmpty();
        assertThat(second).map(StateChange::before).contains("off");
    }

    @Test
    void whatWasKeptIsAChangeIfTheLogKnowsAnotherStateFromBefore() {
        // Given
        known.recall(new StateChange(LAMP, null, "off", Attributes.NONE, T1, Context.UNKNOWN));

        // When
        Optional<StateChange> change = known.judge(kept("on", T2));

        // Then
        assertThat(change).contains(new StateChange(LAMP, "off", "on", Attributes.NONE, T2, Context.UNKNOWN));
        assertThat(known.judge(kept("on", T2))).isEmpty();
    }

    @Test
    void whatWasKeptIsOldNewsIfTheLogKnowsALaterState() {
        // Given
        known.recall(new StateChange(LAMP, "off", "on", Attributes.NONE, T1, Context.UNKNOWN));
        known.recall(new StateChange(LAMP, "on", "off", Attributes.NONE, T2, Context.UNKNOWN));

        // When
        Optional<StateChange> change = known.judge(kept("on", T1));

        // Then
        assertThat(change).isEmpty();
        assertThat(known.judge(live("on", T2.plusSeconds(1))))
                .map(StateChange::before)
                .contains("off");
    }

    @Test
    void whatComesTwiceIsOneChange() {
        // Given
        known.judge(live("on", T1));
        known.judge(live("off", T2));

        // When
        Optional<StateChange> again = known.judge(live("on", T1));

        // Then
        assertThat(again).isEmpty();
        assertThat(known.judge(live("off", T2))).isEmpty();
    }

    @Test
    void theSameStateWithOtherAttributesIsAChangeOfThese() {
        // Given
        known.judge(live("on", null));

        // When
        Optional<StateChange> change = known.judge(new Update(LAMP, "on", null, null, BRIGHT, ARRIVED, false));

        // Then
        assertThat(change).hasValueSatisfying(found -> {
            assertThat(found.isStateChanged()).isFalse();
            assertThat(found.attributes()).isEqualTo(BRIGHT);
        });
        assertThat(known.judge(new Update(LAMP, "on", null, null, BRIGHT, ARRIVED, false)))
                .isEmpty();
    }

    private static Update live(String state, @Nullable Instant updated) {
        return new Update(LAMP, state, updated, updated, Attributes.NONE, ARRIVED, false);
    }

    private static Update kept(String state, Instant changed) {
        return new Update(LAMP, state, changed, changed, Attributes.NONE, ARRIVED, true);
    }
}
