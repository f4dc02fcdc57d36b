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
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
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
        return with(
                name,
                service,
                new Occasion.Becomes(DOOR, null, Set.of(), Set.of("on"), Set.of(), Set.of(), Duration.ZERO, false, ""));
    }

    private static Conduct with(String name, String service, Occasion occasion) {
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
        return new Conduct(name, name, "", true, false, List.of(occasion), List.of(), List.of(deed));
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
        String words =
                opened(30, Duration.ofMinutes(1)).repeated(bell).orElseThrow().explanation();
        String others =
                opened(25, Duration.ofMinutes(2)).repeated(bell).orElseThrow().explanation();

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
    void showsTheChangeThatStartedIt() {
        // Given
        Occasion lasting = new Occasion.Becomes(
                LAMP, null, Set.of(), Set.of("on"), Set.of(), Set.of(), Duration.ofSeconds(30), false, "");
        Conflict conflict = about(with("Off again", "turn_off", lasting));

        // When
        Conflict shown = lampTurned().show(conflict);

        // Then
        assertThat(shown.trace())
                .containsExactly(
                        "2026-02-20 18:00:00  light.hall: off → on", "2026-02-20 18:00:30  light.hall: on → off");
    }

    @Test
    void showsWhatHappenedAfterAClockStruck() {
        // Given
        Conflict conflict = about(with("Dusk", "turn_on", new Occasion.AtClock(LocalTime.of(17, 59), Set.of(), "")));

        // When
        Conflict shown = lampTurned().show(conflict);

        // Then
        assertThat(shown.trace()).hasSize(2).first().asString().contains("light.hall: off → on");
    }

    @Test
    void showsNothingWhereTheClockStruckOnAnotherDay() {
        // Given
        Conflict conflict = about(
                with("Dusk", "turn_on", new Occasion.AtClock(LocalTime.of(17, 59), Set.of(DayOfWeek.MONDAY), "")));

        // When
        Conflict shown = lampTurned().show(conflict);

        // Then
        assertThat(shown.trace()).isEmpty();
    }

    private static Conflict about(Conduct conduct) {
        return Conflict.of(
                ConflictKind.CHAIN, Gravity.NOTE, List.of(conduct), Optional.of(LAMP), "One starts the other.");
    }

    /** On a Friday. */
    private static Traces lampTurned() {
        return new Traces(
                Past.of(
                        List.of(
                                new StateChange(LAMP, "off", "on", Attributes.NONE, START, Context.UNKNOWN),
                                new StateChange(
                                        LAMP, "on", "off", Attributes.NONE, START.plusSeconds(30), Context.UNKNOWN)),
                        Set.of(LAMP)),
                ZoneOffset.UTC);
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
