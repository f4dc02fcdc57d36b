package io.homeiq.simulation.score;

import io.homeiq.contracts.rule.Action;
import io.homeiq.contracts.rule.CallService;
import io.homeiq.contracts.rule.Rule;
import io.homeiq.simulation.PlantedRoutine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A suggestion that says several routines at once, because these have one occasion: each of its actions is a routine.
 *
 * @param match what holds of all of them
 */
record Together(List<String> routines, Match match) {

    /** Empty if any of its actions is no routine. */
    static Optional<Together> of(Rule suggested, List<PlantedRoutine> planted, Permission permission) {
        List<String> routines = new ArrayList<>();
        List<Match> matches = new ArrayList<>();
        for (Action action : suggested.actions()) {
            if (action instanceof CallService) {
                Rule alone = new Rule(suggested.triggers(), suggested.conditions(), List.of(action));
                Optional<PlantedRoutine> routine = planted.stream()
                        .filter(one -> whole(alone, one, permission).isPresent())
                        .findFirst();
                if (routine.isEmpty()) {
                    return Optional.empty();
                }
                routines.add(routine.get().id());
                whole(alone, routine.get(), permission).ifPresent(matches::add);
            }
        }
        return matches.isEmpty()
                ? Optional.empty()
                : Optional.of(new Together(
                        routines,
                        new Match(
                                true,
                                matches.stream().allMatch(Match::timing),
                                matches.stream().allMatch(Match::state),
                                matches.stream().allMatch(Match::conditions))));
    }

    private static Optional<Match> whole(Rule alone, PlantedRoutine routine, Permission permission) {
        return Matching.of(alone, routine, permission).filter(Match::whole);
    }
}
