package io.homeiq.mining.repair;

import io.homeiq.contracts.pattern.Evidence;
import io.homeiq.contracts.rule.Condition;
import io.homeiq.mining.timeline.LocalDays;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether people want it under one more condition, and which. */
final class ConditionSearch {

    private final List<Proviso> provisos;
    private final Circumstances circumstances;
    private final Map<Condition, Map<Long, Boolean>> known = new HashMap<>();
    private final double priors;

    ConditionSearch(List<Proviso> provisos, Circumstances circumstances) {
        this.provisos = provisos;
        this.circumstances = circumstances;
        this.priors = provisos.stream().mapToDouble(Proviso::prior).sum();
    }

    List<Proviso> provisos() {
        return provisos;
    }

    boolean holds(Condition condition, Sighting sighting) {
        return known.computeIfAbsent(condition, any -> new HashMap<>())
                .computeIfAbsent(sighting.ranAt(), time -> circumstances.hold(condition, time));
    }

    private NewWays under(Condition condition) {
        return (sighting, tally) -> {
            if (holds(condition, sighting)) {
                tally.wanted(sighting);
            } else {
                tally.unwanted(sighting);
            }
        };
    }

    /**
     * The likeliest condition.
     *
     * @param weight of all conditions together, as a logarithm
     * @param share of it that falls on this one and those that tell the runs apart the same way, 0 to 1
     */
    record Found(Condition condition, double weight, double share) {}

    /** @param prior of any condition among all new ways */
    Optional<Found> search(Explanations explanations, double prior) {
        Map<BitSet, List<Weighed>> alike = new HashMap<>();
        for (Proviso proviso : provisos) {
            BitSet pattern = new BitSet();
            List<Sighting> all = explanations.sightings();
            for (int i = 0; i < all.size(); i++) {
                pattern.set(i, holds(proviso.condition(), all.get(i)));
            }
            // What never held and need not come again would have been no condition at all.
            double weight = pattern.isEmpty() && !proviso.comesRound()
                    ? Double.NEGATIVE_INFINITY
                    : weight(proviso, explanations, prior * proviso.prior() / priors);
            alike.computeIfAbsent(pattern, any -> new ArrayList<>()).add(new Weighed(proviso, weight));
        }
        double sum = alike.values().stream().mapToDouble(Weighed::sum).reduce(Double.NEGATIVE_INFINITY, Weights::sum);
        return alike.values().stream()
                .reduce((one, other) -> Weighed.sum(other) > Weighed.sum(one) ? other : one)
                .map(best -> new Found(Weighed.plainest(best), sum, Math.exp(Weighed.sum(best) - sum)));
    }

    private double weight(Proviso proviso, Explanations explanations, double prior) {
        NewWays under = under(proviso.condition());
        return proviso.comesRound()
                ? explanations.changed(prior, under)
                : explanations.changed(prior, under, sighting -> holds(proviso.condition(), sighting));
    }

    private record Weighed(Proviso proviso, double weight) {

        static double sum(List<Weighed> alike) {
            return Weights.sum(alike.stream().mapToDouble(Weighed::weight).toArray());
        }

        static Condition plainest(List<Weighed> alike) {
            return alike.stream()
                    .reduce((one, other) ->
                            other.proviso().prior() > one.proviso().prior() ? other : one)
                    .orElseThrow()
                    .proviso()
                    .condition();
        }
    }

    /** Each day since the change judged under the condition that the other days tell. */
    Evidence evidence(Explanations all, Condition condition, double prior, LocalDays calendar) {
        EvidenceSheet sheet = new EvidenceSheet(calendar);
        int first = all.likeliestFirst(under(condition));
        int day = Integer.MIN_VALUE;
        Condition then = condition;
        for (Sighting sighting : all.sightings().subList(first, all.sightings().size())) {
            if (sighting.day() != day) {
                day = sighting.day();
                then = without(day, all, prior).orElse(condition);
            }
            judge(sheet, sighting, holds(then, sighting));
        }
        return sheet.evidence();
    }

    private Optional<Condition> without(int day, Explanations all, double prior) {
        List<Sighting> others =
                all.sightings().stream().filter(each -> each.day() != day).toList();
        return search(new Explanations(others, all.odds()), prior).map(Found::condition);
    }

    private static void judge(EvidenceSheet sheet, Sighting sighting, boolean fires) {
        if (!sighting.acted() || !fires && sighting.undone()) {
            sheet.idle();
        } else if (fires && sighting.undone()) {
            sheet.unwanted(sighting.ranAt());
        } else if (fires) {
            sheet.agreed(sighting.ranAt(), sighting.ranAt());
        } else {
            sheet.missed(sighting.ranAt());
        }
    }
}
