package io.homeiq.simulation.score;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.pattern.PatternKind;
import io.homeiq.contracts.rule.Action;
import io.homeiq.contracts.rule.Condition;
import io.homeiq.contracts.rule.Delay;
import io.homeiq.contracts.rule.NumericStateTrigger;
import io.homeiq.contracts.rule.Rule;
import io.homeiq.contracts.rule.StateTrigger;
import io.homeiq.contracts.rule.SunEvent;
import io.homeiq.contracts.rule.SunTrigger;
import io.homeiq.contracts.rule.TimeCondition;
import io.homeiq.contracts.rule.TimeTrigger;
import io.homeiq.contracts.rule.Trigger;
import io.homeiq.simulation.PlantedRoutine;
import io.homeiq.simulation.RoutineChange;
import io.homeiq.simulation.house.Calls;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a suggestion says what was planted, and when it says something else. */
class MatchingTest {

    private static final Action LAMP = Calls.on("light.hall");
    private static final Set<DayOfWeek> WORKDAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
    private static final EntityId MOTION = new EntityId("binary_sensor.hall_motion");
    private static final EntityId PHONE = new EntityId("device_tracker.ann_phone");
    private static final EntityId METER = new EntityId("sensor.temperature");

    private static Rule rule(Trigger trigger, Action... actions) {
        return new Rule(List.of(trigger), List.of(), List.of(actions));
    }

    private static Rule on(Set<DayOfWeek> days, Trigger trigger, Action action) {
        return new Rule(List.of(trigger), List.<Condition>of(TimeCondition.on(days)), List.of(action));
    }

    private static Trigger at(int hour, int minute) {
        return TimeTrigger.at(LocalTime.of(hour, minute));
    }

    private static Trigger seen(EntityId entity, String from, String to, int holdSeconds) {
        return new StateTrigger(List.of(entity), List.of(from), List.of(to), Duration.ofSeconds(holdSeconds));
    }

    private static PlantedRoutine planted(PatternKind kind, Rule rule) {
        return planted(kind, rule, 0, null);
    }

    private static PlantedRoutine planted(PatternKind kind, Rule rule, int delay, @Nullable RoutineChange change) {
        Duration after = Duration.ofSeconds(delay);
        return new PlantedRoutine(
                "r",
                kind,
                "does it",
                new EntityId("light.hall"),
                "on",
                rule,
                List.of(PHONE),
                after,
                after,
                change,
                List.of());
    }

    @ParameterizedTest(name = "{0}:{1} is found: {2}, right: {3}")
    @CsvSource({"23,58,true,true", "0,4,true,true", "0,25,true,false", "22,30,false,false"})
    void timesAreComparedAroundMidnight(int hour, int minute, boolean found, boolean right) {
        // Given
        PlantedRoutine late = planted(PatternKind.TIME_OF_DAY, rule(at(23, 56), LAMP));

        // When
        var match = Matching.of(rule(at(hour, minute), LAMP), late);

        // Then
        assertThat(match.isPresent()).isEqualTo(found);
        assertThat(match.filter(Match::timing).isPresent()).isEqualTo(right);
    }

    @Test
    void anotherStateOrThingIsAnotherHabit() {
        // Given
        PlantedRoutine routine = planted(PatternKind.TIME_OF_DAY, rule(at(7, 0), LAMP));

        // Then
        assertThat(Matching.of(rule(at(7, 0), Calls.off("light.hall")), routine))
                .isEmpty();
        assertThat(Matching.of(rule(at(7, 0), Calls.on("light.other")), routine))
                .isEmpty();
        assertThat(Matching.of(rule(at(7, 0), LAMP, Calls.on("light.other")), routine))
                .isEmpty();
    }

    @Test
    void weekdaysMustMostlyAgree() {
        // Given
        PlantedRoutine routine = planted(PatternKind.TIME_OF_DAY, on(WORKDAYS, at(7, 0), LAMP));

        // Then
        assertThat(Matching.of(rule(at(7, 0), LAMP), routine)).isPresent();
        assertThat(Matching.of(on(EnumSet.of(DayOfWeek.SUNDAY), at(7, 0), LAMP), routine))
                .isEmpty();
    }

    @Test
    void aHabitThatMovedIsFoundAtItsNewTime() {
        // Given
        RoutineChange later = new RoutineChange(RoutineChange.Kind.MOVES, LocalDate.of(2026, 2, 1), 45);
        PlantedRoutine routine = planted(PatternKind.TIME_OF_DAY, rule(at(7, 0), LAMP), 0, later);

        // Then
        assertThat(Matching.of(rule(at(7, 45), LAMP), routine)).get().returns(true, Match::timing);
        assertThat(Matching.of(rule(at(7, 0), LAMP), routine)).get().returns(false, Match::timing);
        assertThat(Matching.of(rule(at(7, 0), LAMP), routine.unchanged())).get().returns(true, Match::timing);
    }

    @Test
    void theSunIsNotTheClock() {
        // Given
        Trigger dusk = new SunTrigger(SunEvent.SUNSET, Duration.ofMinutes(20));
        PlantedRoutine routine = planted(PatternKind.SUN, rule(dusk, LAMP));

        // Then
        assertThat(Matching.of(rule(at(19, 0), LAMP), routine)).isEmpty();
        Trigger near = new SunTrigger(SunEvent.SUNSET, Duration.ofMinutes(12));
        assertThat(Matching.of(rule(near, LAMP), routine)).get().returns(true, Match::timing);
        Trigger off = new SunTrigger(SunEvent.SUNSET, Duration.ofMinutes(-5));
        assertThat(Matching.of(rule(off, LAMP), routine)).get().returns(false, Match::timing);
    }

    @Test
    void toActAtOnceIsRightWhereverPeopleReactWithinMinutes() {
        // Given
        PlantedRoutine routine =
                planted(PatternKind.TRIGGER_ACTION, rule(seen(MOTION, "off", "on", 0), LAMP), 60, null);

        // Then
        assertThat(Matching.of(rule(seen(MOTION, "off", "on", 0), LAMP), routine))
                .get()
                .returns(true, Match::timing);
        Delay hour = new Delay(Duration.ofHours(1));
        assertThat(Matching.of(rule(seen(MOTION, "off", "on", 0), hour, LAMP), routine))
                .get()
                .returns(false, Match::timing);
        assertThat(Matching.of(rule(seen(MOTION, "on", "off", 0), LAMP), routine))
                .isEmpty();
    }

    @Test
    void whatTellsOfTheSameOccasionIsAsGood() {
        // Given
        EntityId anyone = new EntityId("binary_sensor.anyone_home");
        PlantedRoutine routine = planted(PatternKind.PRESENCE, rule(seen(anyone, "off", "on", 0), LAMP), 30, null);

        // Then
        assertThat(Matching.of(rule(seen(PHONE, "not_home", "home", 0), LAMP), routine))
                .isPresent();
        assertThat(Matching.of(rule(seen(PHONE, "home", "not_home", 0), LAMP), routine))
                .isEmpty();
        assertThat(Matching.of(rule(seen(MOTION, "off", "on", 0), LAMP), routine))
                .isEmpty();
    }

    @Test
    void aDurationMustBeAboutAsLong() {
        // Given
        EntityId fan = new EntityId("fan.bathroom");
        Action off = Calls.off("fan.bathroom");
        PlantedRoutine routine = planted(PatternKind.DURATION, rule(seen(fan, "off", "on", 1_200), off));

        // Then
        assertThat(Matching.of(rule(seen(fan, "off", "on", 1_320), off), routine))
                .get()
                .returns(true, Match::timing);
        assertThat(Matching.of(rule(seen(fan, "off", "on", 2_400), off), routine))
                .get()
                .returns(false, Match::timing);
        assertThat(Matching.of(rule(seen(fan, "off", "on", 0), off), routine)).isEmpty();
    }

    @Test
    void aLimitIsCrossedInItsDirection() {
        // Given
        PlantedRoutine routine = planted(PatternKind.NUMERIC_THRESHOLD, rule(above(24), LAMP), 60, null);

        // Then
        assertThat(Matching.of(rule(above(24.5), LAMP), routine)).get().returns(true, Match::timing);
        assertThat(Matching.of(rule(above(30), LAMP), routine)).get().returns(false, Match::timing);
        Trigger below = new NumericStateTrigger(List.of(METER), null, null, 24.0, Duration.ZERO);
        assertThat(Matching.of(rule(below, LAMP), routine)).isEmpty();
    }

    private static Trigger above(double limit) {
        return new NumericStateTrigger(List.of(METER), null, limit, null, Duration.ZERO);
    }

    @Test
    void ofASequencePartsInOrderAreParts() {
        // Given
        EntityId first = new EntityId("switch.kettle");
        Trigger begun = new StateTrigger(List.of(first), List.of(), List.of("on"), Duration.ZERO);
        PlantedRoutine routine =
                planted(PatternKind.SEQUENCE, rule(begun, Calls.on("media_player.radio"), Calls.on("light.kitchen")));

        // Then
        assertThat(Matching.of(rule(begun, Calls.on("media_player.radio"), Calls.on("light.kitchen")), routine))
                .get()
                .returns(true, Match::whole);
        assertThat(Matching.of(rule(begun, Calls.on("light.kitchen")), routine))
                .get()
                .returns(false, Match::whole);
        assertThat(Matching.of(rule(begun, Calls.on("light.kitchen"), Calls.on("media_player.radio")), routine))
                .isEmpty();
        assertThat(Matching.of(rule(begun, Calls.on("light.other")), routine)).isEmpty();
    }

    @Test
    void whatMayNotBeSwitchedNeedNotBeThereForTheWhole() {
        // Given
        EntityId first = new EntityId("switch.coffee");
        Trigger begun = new StateTrigger(List.of(first), List.of(), List.of("on"), Duration.ZERO);
        Action kettle = Calls.on("switch.kettle");
        Action radio = Calls.on("media_player.radio");
        PlantedRoutine routine = planted(PatternKind.SEQUENCE, rule(begun, kettle, radio, LAMP));
        Permission permission = new Permission(rule -> rule.actions().contains(kettle));

        // Then
        assertThat(Matching.of(rule(begun, radio, LAMP), routine, permission))
                .get()
                .returns(true, Match::whole);
        assertThat(Matching.of(rule(begun, radio), routine, permission)).get().returns(false, Match::whole);
        assertThat(Matching.of(rule(begun, radio, LAMP), routine)).get().returns(false, Match::whole);
    }

    @Test
    void aForbiddenMemberOfASceneMayStillAskForTheOthers() {
        // Given
        Trigger closed = new StateTrigger(
                List.of(new EntityId("cover.gate")), List.of("open"), List.of("closed"), Duration.ZERO);
        PlantedRoutine routine = planted(PatternKind.SCENE, rule(closed, Calls.on("media_player.tv"), LAMP));
        Permission permission =
                new Permission(rule -> rule.actions().contains(Calls.call("close_cover", "cover.gate")));

        // Then
        assertThat(Matching.of(rule(closed, LAMP, Calls.on("media_player.tv")), routine, permission))
                .get()
                .returns(true, Match::whole);
        Trigger lit = new StateTrigger(List.of(new EntityId("light.hall")), List.of(), List.of("on"), Duration.ZERO);
        assertThat(Matching.of(rule(lit, Calls.on("media_player.tv")), routine, permission))
                .get()
                .returns(true, Match::whole);
    }

    @Test
    void theLevelOfALampIsPartOfItsState() {
        // Given
        PlantedRoutine routine = planted(PatternKind.TIME_OF_DAY, rule(at(20, 0), Calls.dimmed("light.hall", 40)));

        // Then
        assertThat(Matching.of(rule(at(20, 0), Calls.dimmed("light.hall", 45)), routine))
                .get()
                .returns(true, Match::state);
        assertThat(Matching.of(rule(at(20, 0), LAMP), routine)).get().returns(false, Match::state);
    }
}
