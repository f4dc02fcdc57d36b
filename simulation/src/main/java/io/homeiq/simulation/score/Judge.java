package io.homeiq.simulation.score;

import io.homeiq.contracts.pattern.Pattern;
import io.homeiq.simulation.PlantedRoutine;
import io.homeiq.simulation.Truth;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Says of each suggestion for a home what it is worth. */
record Judge(Truth truth, ZoneId zone, Permission permission) {

    /**
     * What one is worth. Whatever the safety of the home forbids is wrong, be it a habit or not.
     *
     * @param told ids of the routines that better suggestions have said already
     */
    Verdict verdict(Pattern pattern, Set<String> told) {
        if (!permission.allows(pattern.rule())) {
            return Verdict.wrong(pattern);
        }
        List<PlantedRoutine> alive = truth.planted().stream()
                .filter(routine -> fate(routine) != Fate.GONE)
                .toList();
        for (PlantedRoutine routine : alive) {
            Optional<Match> match = Matching.of(pattern.rule(), routine, permission);
            if (match.isPresent()) {
                boolean unclear = fate(routine) == Fate.UNCLEAR;
                Verdict.Worth worth = unclear ? Verdict.Worth.NEUTRAL : worth(List.of(routine.id()), told);
                return new Verdict(pattern, worth, List.of(routine.id()), match.get());
            }
        }
        return Together.of(pattern.rule(), alive, permission)
                .map(together ->
                        new Verdict(pattern, worth(together.routines(), told), together.routines(), together.match()))
                .orElseGet(() -> Verdict.wrong(pattern));
    }

    private Fate fate(PlantedRoutine routine) {
        return Fate.of(routine, zone, truth.end());
    }

    private static Verdict.Worth worth(List<String> routines, Set<String> told) {
        return told.containsAll(routines) ? Verdict.Worth.DOUBLE : Verdict.Worth.RIGHT;
    }
}
