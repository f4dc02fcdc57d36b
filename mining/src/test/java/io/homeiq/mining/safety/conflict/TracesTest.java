package io.homeiq.mining.safety.conflict;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.contracts.home.Attributes;
import io.homeiq.contracts.home.Context;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.StateChange;
import io.homeiq.contracts.rule.Verbatim;
import io.homeiq.mining.safety.conduct.Conduct;
import io.homeiq.mining.safety.conduct.Deed;
import io.homeiq.mining.safety.conduct.Occasion;
import io.homeiq.mining.safety.conduct.Targets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What history shows of automations. */
class TracesTest {

    private static final EntityId DOOR = new EntityId("binary_sensor.door");
    private static final EntityId LAMP = new EntityId("light.hall");
    private static final Instant START = Instant.parse("2026-02-20T18:00:00Z");

    /** At the door, with the service. */
    private static Conduct atTheDoor(String name, String service) {
        Occasion opened = new Occasion.Becomes(
                DOOR, null, Set.of(), Set.of("on"), Set.of(), Set.of(), Duration.ZERO, false, "");
        Deed deed = new Deed(
                "light",
                service,
                new Targets(Set.of(LAMP), Set.of(), false, false),
                Verbatim.EMPTY,
                List.of(),
                Set.of(),
                Duration.ZERO,
                true,
                false,
                1);
        return new Conduct(name, name, "", true, false, List.of(opened), List.of(), List.of(deed));
    }

    /** A door that is opened so often, with so much between. */
    private static Traces opened(int times, Duration apart) {
        List<StateChange> changes = new ArrayList<>();
        for (int each = 0; each < times; each++) {
            Instant time = START.plus(apart.multipliedBy(each));
            changes.add(new StateChange(DOOR, "off", "on", Attributes.NONE, time, Context.UNKNOWN));
            changes.add(new StateChange(DOOR, "on", "off", Attributes.NONE, time.plusSeconds(5), Context.UNKNOWN));
        }
        return new Traces(Past.of(changes, Set.of(DOOR)), ZoneOffset.UTC);
    }

    @Test
    void saysThatItsTriggersCameVeryOftenWithTheDayWhenTheyDid() {
        // When
        Optional<Conflict> repeated = opened(30, Duration.ofMinutes(1)).repeated(atTheDoor("Bell", "toggle"));

        // Then
        assertThat(repeated).get().satisfies(conflict -> {
            assertThat(conflict.gravity()).isEqualTo(Gravity.ASK);
            assertThat(conflict.trace()).startsWith("30 times within an hour from 2026-02-20 18:00:00 on");
        });
    }

    @Test
    void theReasonIsTheSameOnAnotherDayWithOtherNumbers() {
        // Given
        Conduct bell = atTheDoor("Bell", "toggle");

        // When
        String words = opened(30, Duration.ofMinutes(1)).repeated(bell).orElseThrow().explanation();
        String others = opened(25, Duration.ofMinutes(2)).repeated(bell).orElseThrow().explanation();

        // Then
        assertThat(words).isEqualTo(others);
    }

    @Test
    void whatSetsTheSameEachTimeIsOnlyToBeKnown() {
        // When
        Optional<Conflict> repeated = opened(30, Duration.ofMinutes(1)).repeated(atTheDoor("Light", "turn_on"));

        // Then
        assertThat(repeated).get().extracting(Conflict::gravity).isEqualTo(Gravity.NOTE);
    }

    @Test
    void aFewTimesADayIsNothing() {
        // When
        Optional<Conflict> repeated = opened(60, Duration.ofHours(1)).repeated(atTheDoor("Bell", "toggle"));

        // Then
        assertThat(repeated).isEmpty();
    }

    @Test
    void needsThePastOfWhatIsWatchedAndOfWhatItIsAbout() {
        // Given
        Conduct on = atTheDoor("On", "turn_on");
        Conflict conflict = Conflict.of(
                ConflictKind.OPPOSITE_ON_TRIGGER,
                Gravity.ASK,
                List.of(on, atTheDoor("Off", "turn_off")),
                Optional.of(LAMP),
                "One turns it on, one off.");

        // When
        Set<EntityId> needed = Traces.needed(on, List.of(conflict));

        // Then
        assertThat(needed).containsExactly(DOOR, LAMP);
    }
}
