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
import io.homeiq.contracts.rule.StateTrigger;
import io.homeiq.simulation.PlantedRoutine;
import io.homeiq.simulation.Truth;
import io.homeiq.simulation.house.Calls;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is asked of sequences and scenes of which not everything may be switched. */
class BarredGroupTest {

    private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");
    private static final int DAYS = 60;

    /** Several things, the first of which asks for the others. */
    private static Rule group(String first, String... others) {
        return new Rule(
                List.of(new StateTrigger(List.of(new EntityId(first)), List.of(), List.of("on"), Duration.ZERO)),
                List.of(),
                Stream.of(others).<Action>map(Calls::on).toList());
    }

    private static List<PlantedRoutine> planted(PatternKind kind, Rule rule) {
        return List.of(new PlantedRoutine(
                "group",
                kind,
                "does them",
                new EntityId("light.hall"),
                "on",
                rule,
                List.of(),
                Duration.ZERO,
                Duration.ZERO,
                null,
                IntStream.range(0, Fate.OFTEN)
                        .mapToObj(day -> START.plus(Duration.ofDays(day)))
                        .toList()));
    }

    private static Pattern found(PatternKind kind, Rule rule) {
        return new Pattern(
                new PatternId("p_group"),
                kind,
                new EntityId("light.hall"),
                rule,
                0.9,
                0.01,
                20,
                START,
                START,
                null,
                new Finding.NotProposed("a test does not prove it"));
    }

    private static HomeScore score(List<PlantedRoutine> planted, List<Pattern> found, String... forbidden) {
        Instant end = START.plus(Duration.ofDays(DAYS));
        Truth truth = new Truth(1, 7, false, START, end, DAYS, planted, List.of(), List.of());
        return HomeScore.of(truth, ZoneOffset.UTC, found, never(Set.of(forbidden)));
    }

    private static Predicate<Rule> never(Set<String> things) {
        return rule -> rule.actions().stream()
                .filter(CallService.class::isInstance)
                .flatMap(action -> ((CallService) action).targets().stream())
                .anyMatch(target -> things.contains(target.value()));
    }

    @Test
    void ofASequenceTheThreeStepsThatMayBeSwitchedAreAskedForAndFound() {
        // Given
        List<PlantedRoutine> planted =
                planted(PatternKind.SEQUENCE, group("switch.coffee", "switch.kettle", "light.hall", "media_player.tv"));
        Pattern others = found(PatternKind.SEQUENCE, group("switch.coffee", "light.hall", "media_player.tv"));

        // When
        HomeScore score = score(planted, List.of(others), "switch.kettle");

        // Then
        assertThat(score.asked()).hasSize(1);
        assertThat(score.found()).hasSize(1);
        assertThat(score.count(Verdict.Worth.RIGHT)).isOne();
    }

    @Test
    void aSequenceOfWhichTwoStepsAreLeftIsNotAskedForAndItsPartsAreRight() {
        // Given
        List<PlantedRoutine> planted =
                planted(PatternKind.SEQUENCE, group("switch.coffee", "switch.kettle", "light.hall"));
        Pattern part = found(PatternKind.SEQUENCE, group("switch.coffee", "light.hall"));

        // When
        HomeScore score = score(planted, List.of(part), "switch.kettle");

        // Then
        assertThat(score.asked()).isEmpty();
        assertThat(score.barred()).hasSize(1);
        assertThat(score.count(Verdict.Worth.RIGHT)).isOne();
    }

    @Test
    void aSequenceMayBeginWithWhatMayNotBeSwitched() {
        // Given
        Rule rule = group("switch.kettle", "light.hall", "media_player.tv");
        List<PlantedRoutine> planted = planted(PatternKind.SEQUENCE, rule);

        // When
        HomeScore score = score(planted, List.of(found(PatternKind.SEQUENCE, rule)), "switch.kettle");

        // Then
        assertThat(score.found()).hasSize(1);
    }

    @Test
    void aSceneIsAskedForAsLongAsTwoOfItMayBeSet() {
        // Given
        Rule rule = group("cover.garage", "light.hall", "media_player.tv");
        List<PlantedRoutine> planted = planted(PatternKind.SCENE, rule);
        Pattern two = found(PatternKind.SCENE, group("light.hall", "media_player.tv"));

        // When
        HomeScore withTwo = score(planted, List.of(two), "cover.garage");
        HomeScore withOne = score(planted, List.of(), "cover.garage", "light.hall");

        // Then
        assertThat(withTwo.found()).hasSize(1);
        assertThat(withOne.asked()).isEmpty();
        assertThat(withOne.barred()).hasSize(1);
    }
}
