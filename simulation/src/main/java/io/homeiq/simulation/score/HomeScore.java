package io.homeiq.simulation.score;

import io.homeiq.contracts.pattern.Pattern;
import io.homeiq.contracts.rule.Rule;
import io.homeiq.simulation.PlantedRoutine;
import io.homeiq.simulation.Truth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * How well a home was understood.
 *
 * @param asked the routines that had to be found
 * @param found those of them that were, as a whole
 * @param barred the routines that were followed often enough, but that no rule may do: nobody asks for them
 * @param verdicts on each suggestion, in their order
 */
public record HomeScore(
        long seed,
        boolean nullHome,
        List<PlantedRoutine> asked,
        List<PlantedRoutine> found,
        List<PlantedRoutine> barred,
        List<Verdict> verdicts) {

    /** Of the way to score: it changes when the same suggestions in the same home may count otherwise. */
    public static final int VERSION = 2;

    public HomeScore {
        asked = List.copyOf(asked);
        found = List.copyOf(found);
        barred = List.copyOf(barred);
        verdicts = List.copyOf(verdicts);
    }

    /**
     * Compares suggestions with the truth.
     *
     * @param proven what is proposed, best first
     * @param blocks whether the safety of the home forbids ever to propose a rule
     */
    public static HomeScore of(Truth truth, ZoneId zone, List<Pattern> proven, Predicate<Rule> blocks) {
        Permission permission = new Permission(blocks);
        Judge judge = new Judge(truth, zone, permission);
        List<Verdict> verdicts = new ArrayList<>();
        Set<String> told = new HashSet<>();
        for (Pattern pattern : proven) {
            Verdict verdict = judge.verdict(pattern, told);
            verdicts.add(verdict);
            if (verdict.worth() == Verdict.Worth.RIGHT) {
                told.addAll(verdict.routines());
            }
        }
        List<PlantedRoutine> asked =
                often(truth, zone).filter(permission::allows).toList();
        List<PlantedRoutine> barred = often(truth, zone)
                .filter(routine -> !permission.allows(routine))
                .toList();
        List<PlantedRoutine> found =
                asked.stream().filter(routine -> isFound(routine, verdicts)).toList();
        return new HomeScore(truth.seed(), truth.nullHome(), asked, found, barred, verdicts);
    }

    private static Stream<PlantedRoutine> often(Truth truth, ZoneId zone) {
        return truth.planted().stream().filter(routine -> Fate.of(routine, zone, truth.end()) == Fate.ASKED);
    }

    private static boolean isFound(PlantedRoutine routine, List<Verdict> verdicts) {
        return verdicts.stream()
                .filter(verdict -> verdict.routines().contains(routine.id()))
                .map(Verdict::found)
                .flatMap(Optional::stream)
                .anyMatch(Match::whole);
    }

    /** How many suggestions count so. */
    public long count(Verdict.Worth worth) {
        return verdicts.stream().filter(verdict -> verdict.worth() == worth).count();
    }
}
