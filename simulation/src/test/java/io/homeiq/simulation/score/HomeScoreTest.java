package io.homeiq.simulation.score;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.pattern.Finding;
import io.homeiq.contracts.pattern.Pattern;
import io.homeiq.contracts.pattern.PatternId;
import io.homeiq.contracts.pattern.PatternKind;
import io.homeiq.contracts.rule.Action;
import io.homeiq.contracts.rule.CallService;
import io.homeiq.contracts.rule.Rule;
import io.homeiq.contracts.rule.TimeTrigger;
import io.homeiq.simulation.PlantedRoutine;
import io.homeiq.simulation.RoutineChange;
import io.homeiq.simulation.Truth;
import io.homeiq.simulation.house.Calls;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HomeScoreTest {

    private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");
    private static final int DAYS = 60;

    private static Rule at(int hour, String... lamps) {
        List<Action> actions = Stream.of(lamps).<Action>map(Calls::on).toList();
        return new Rule(List.of(TimeTrigger.at(LocalTime.of(hour, 0))), List.of(), actions);
    }

    private static PlantedRoutine planted(String lamp, int hour, int times, @Nullable RoutineChange change) {
        List<Instant> occurrences = IntStream.range(0, times)
                .mapToObj(day -> START.plus(Duration.ofDays(day)).plus(Duration.ofHours(hour)))
                .toList();
        return new PlantedRoutine(
                lamp,
                PatternKind.TIME_OF_DAY,
                "lights it",
                new EntityId(lamp),
                "on",
                at(hour, lamp),
                List.of(),
                Duration.ZERO,
                Duration.ZERO,
                change,
                occurrences);
    }

    private static Pattern found(int hour, String... lamps) {
        return new Pattern(
                new PatternId("p_" + hour),
                PatternKind.TIME_OF_DAY,
                new EntityId(lamps[0]),
                at(hour, lamps),
                0.9,
                0.01,
                20,
                START,
                START,
                null,
                new Finding.NotProposed("a test does not prove it"));
    }

    private static HomeScore score(List<PlantedRoutine> planted, Pattern... found) {
        return score(planted, List.of(found), rule -> false);
    }

    private static HomeScore score(List<PlantedRoutine> planted, List<Pattern> found, Predicate<Rule> blocks) {
        Truth truth =
                new Truth(1, 7, false, START, START.plus(Duration.ofDays(DAYS)), DAYS, planted, List.of(), List.of());
        return HomeScore.of(truth, ZoneOffset.UTC, found, blocks);
    }

    /** A home whose safety forbids to switch these. */
    private static Predicate<Rule> never(String... things) {
        return rule -> rule.actions().stream()
                .filter(CallService.class::isInstance)
                .flatMap(action -> ((CallService) action).targets().stream())
                .anyMatch(target -> List.of(things).contains(target.value()));
    }

    @Test
    void whatIsThereIsRightOnceAndAllElseIsWrong() {
        // Given
        List<PlantedRoutine> planted = List.of(planted("light.hall", 7, 20, null), planted("light.desk", 19, 20, null));

        // When
        HomeScore score = score(planted, found(7, "light.hall"), found(7, "light.hall"), found(3, "light.hall"));

        // Then
        assertThat(score.verdicts())
                .extracting(Verdict::worth)
                .containsExactly(Verdict.Worth.RIGHT, Verdict.Worth.DOUBLE, Verdict.Worth.WRONG);
        assertThat(score.asked()).hasSize(2);
        assertThat(score.found()).extracting(PlantedRoutine::id).containsExactly("light.hall");
    }

    @Test
    void routinesOfOneOccasionMayBeSaidTogether() {
        // Given
        List<PlantedRoutine> planted = List.of(planted("light.hall", 7, 20, null), planted("light.desk", 7, 20, null));
        Pattern both = found(7, "light.hall", "light.desk");
        Pattern more = found(7, "light.hall", "light.other");

        // When
        HomeScore score = score(planted, both, more);

        // Then
        assertThat(score.verdicts())
                .extracting(Verdict::worth)
                .containsExactly(Verdict.Worth.RIGHT, Verdict.Worth.WRONG);
        assertThat(score.found()).hasSize(2);
    }

    @Test
    void aRareRoutineMayButNeedNotBeFound() {
        // Given
        List<PlantedRoutine> planted = List.of(planted("light.hall", 7, 11, null));

        // When
        HomeScore score = score(planted, found(7, "light.hall"));

        // Then
        assertThat(score.asked()).isEmpty();
        assertThat(score.count(Verdict.Worth.RIGHT)).isOne();
    }

    @Test
    void aRoutineThatEndedLongAgoMustNotBeProposed() {
        // Given
        RoutineChange ended = new RoutineChange(RoutineChange.Kind.ENDS, LocalDate.of(2026, 2, 10), 0);
        RoutineChange faded = new RoutineChange(RoutineChange.Kind.WEAKENS, LocalDate.of(2026, 2, 10), 0);
        List<PlantedRoutine> planted =
                List.of(planted("light.hall", 7, 30, ended), planted("light.desk", 19, 30, faded));

        // When
        HomeScore score = score(planted, found(7, "light.hall"), found(19, "light.desk"));

        // Then
        assertThat(score.asked()).isEmpty();
        assertThat(score.verdicts())
                .extracting(Verdict::worth)
                .containsExactly(Verdict.Worth.WRONG, Verdict.Worth.NEUTRAL);
    }

    @Test
    void nobodyAsksForWhatNoRuleMayDo() {
        // Given
        List<PlantedRoutine> planted =
                List.of(planted("switch.heater", 7, 20, null), planted("light.desk", 19, 20, null));

        // When
        HomeScore score = score(planted, List.of(), never("switch.heater"));

        // Then
        assertThat(score.asked()).extracting(PlantedRoutine::id).containsExactly("light.desk");
        assertThat(score.barred()).extracting(PlantedRoutine::id).containsExactly("switch.heater");
    }

    @Test
    void whatIsForbiddenButTooRareIsNotCountedAsBarred() {
        // Given
        List<PlantedRoutine> planted = List.of(planted("switch.heater", 7, 11, null));

        // When
        HomeScore score = score(planted, List.of(), never("switch.heater"));

        // Then
        assertThat(score.barred()).isEmpty();
    }

    @Test
    void toProposeWhatIsForbiddenIsWrongThoughItIsAHabit() {
        // Given
        List<PlantedRoutine> planted = List.of(planted("switch.heater", 7, 20, null));

        // When
        HomeScore score = score(planted, List.of(found(7, "switch.heater")), never("switch.heater"));

        // Then
        assertThat(score.count(Verdict.Worth.WRONG)).isOne();
        assertThat(score.found()).isEmpty();
    }
}
