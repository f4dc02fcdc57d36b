package io.homeiq.mining.repair;

import io.homeiq.contracts.pattern.Evidence;
import io.homeiq.contracts.rule.Condition;
import io.homeiq.mining.timeline.LocalDays;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Whether people want it at another time, and there only under one more condition: what two searches tell, put together. */
final class TimeAndConditionSearch {

    /** The time must rest on so many acts by hand, and the condition on as many runs at which it did not hold. */
    private static final int LEAST_OF_EACH = 3;

    private final TimeSearch times;
    private final ConditionSearch conditions;
    private final double priors;

    TimeAndConditionSearch(TimeSearch times, ConditionSearch conditions) {
        this.times = times;
        this.conditions = conditions;
        this.priors = conditions.provisos().stream().mapToDouble(Proviso::prior).sum();
    }

    /**
     * The likeliest pair.
     *
     * @param weight of all pairs together, as a logarithm
     * @param share of it that falls on this condition and those that tell the runs apart the same way, at whatever time, 0 to 1
     * @param millis how much later than now it should act
     * @param isEnough whether the pair rests on enough of both: acts at that time, and runs at which the condition did not hold
     */
    record Found(Shift shift, Condition condition, double weight, double share, long millis, boolean isEnough) {}

    /** Conditions that tell the runs apart the same way, with what they are likely to be together. */
    private static final class Alike {

        private final List<Proviso> provisos = new ArrayList<>();

        double prior() {
            return provisos.stream().mapToDouble(Proviso::prior).sum();
        }

        Condition plainest() {
            return provisos.stream()
                    .max(Comparator.comparingDouble(Proviso::prior))
                    .orElseThrow()
                    .condition();
        }
    }

    private record Pair(Shift shift, Condition condition) {}

    /** @param prior of any pair among all new ways */
    Optional<Found> search(Explanations explanations, double prior) {
        List<Alike> groups = alike(explanations.sightings());
        Weights<Pair> weights = new Weights<>();
        Map<Condition, Double> ofCondition = new HashMap<>();
        for (Shift shift : times.shifts()) {
            Map<Long, ByHand> told = told(shift, explanations.sightings());
            if (told.isEmpty()) {
                continue;
            }
            for (Alike group : groups) {
                Pair pair = new Pair(shift, group.plainest());
                double part = prior / times.shifts().size() * group.prior() / priors;
                double weight = explanations.changed(part, under(pair, told));
                weights.add(pair, weight);
                ofCondition.merge(pair.condition(), weight, Weights::sum);
            }
        }
        if (weights.isEmpty()) {
            return Optional.empty();
        }
        Pair best = weights.best();
        long[] later = later(explanations, best);
        double share = Math.exp(ofCondition.getOrDefault(best.condition(), Double.NEGATIVE_INFINITY) - weights.sum());
        boolean enough = later.length >= LEAST_OF_EACH && leftOut(explanations, best) >= LEAST_OF_EACH;
        long millis = later.length == 0 ? best.shift().millis() : later[later.length / 2];
        return Optional.of(new Found(best.shift(), best.condition(), weights.sum(), share, millis, enough));
    }

    private List<Alike> alike(List<Sighting> sightings) {
        Map<BitSet, Alike> groups = new HashMap<>();
        for (Proviso proviso : conditions.provisos()) {
            BitSet pattern = new BitSet();
            for (int i = 0; i < sightings.size(); i++) {
                pattern.set(i, conditions.holds(proviso.condition(), sightings.get(i)));
            }
            int held = pattern.cardinality();
            if (held >= LEAST_OF_EACH && sightings.size() - held >= LEAST_OF_EACH) {
                groups.computeIfAbsent(pattern, any -> new Alike()).provisos.add(proviso);
            }
        }
        return List.copyOf(groups.values());
    }

    /** What the time tells of each run; empty if too few acts speak for it. */
    private Map<Long, ByHand> told(Shift shift, List<Sighting> sightings) {
        Map<Long, ByHand> told = new HashMap<>();
        int acts = 0;
        for (Sighting sighting : sightings) {
            told.put(sighting.ranAt(), times.told(shift, sighting));
            acts += times.later(shift, sighting).isPresent() ? 1 : 0;
        }
        return acts < LEAST_OF_EACH ? Map.of() : told;
    }

    private NewWays under(Pair pair, Map<Long, ByHand> told) {
        return (sighting, tally) -> {
            if (conditions.holds(pair.condition(), sighting)) {
                TimeSearch.notAtItsOldTime(pair.shift(), sighting, tally);
                tally.atItsTime(sighting, told.getOrDefault(sighting.ranAt(), ByHand.UNTOLD), pair.shift());
            } else {
                tally.unwanted(sighting);
            }
        };
    }

    private List<Sighting> since(Explanations explanations, Pair pair) {
        List<Sighting> all = explanations.sightings();
        int first = explanations.likeliestFirst(under(pair, told(pair.shift(), all)));
        return all.subList(first, all.size());
    }

    /** From when it acts now to when people do it since the change, where the condition held, rising. */
    private long[] later(Explanations explanations, Pair pair) {
        return since(explanations, pair).stream()
                .filter(sighting -> conditions.holds(pair.condition(), sighting))
                .flatMapToLong(sighting -> times.later(pair.shift(), sighting).stream())
                .sorted()
                .toArray();
    }

    private long leftOut(Explanations explanations, Pair pair) {
        return since(explanations, pair).stream()
                .filter(sighting -> !conditions.holds(pair.condition(), sighting))
                .count();
    }

    /** Each day since the change judged by the time and the condition that the other days tell. */
    Evidence evidence(Explanations all, Found found, double prior, LocalDays calendar) {
        EvidenceSheet sheet = new EvidenceSheet(calendar);
        int day = Integer.MIN_VALUE;
        Found then = found;
        for (Sighting sighting : since(all, new Pair(found.shift(), found.condition()))) {
            if (sighting.day() != day) {
                day = sighting.day();
                then = without(day, all, prior).orElse(found);
            }
            judge(sheet, sighting, then);
        }
        return sheet.evidence();
    }

    private Optional<Found> without(int day, Explanations all, double prior) {
        List<Sighting> others =
                all.sightings().stream().filter(each -> each.day() != day).toList();
        return search(new Explanations(others, all.odds()), prior);
    }

    private void judge(EvidenceSheet sheet, Sighting sighting, Found then) {
        boolean fires = conditions.holds(then.condition(), sighting);
        OptionalLong later = times.later(then.shift(), sighting);
        long firesAt = times.actsAt(sighting) + then.millis();
        boolean agreed = later.isPresent()
                && Math.abs(later.getAsLong() - then.millis()) <= then.shift().reachMillis();
        if (fires && agreed) {
            sheet.agreed(firesAt, times.actsAt(sighting) + later.getAsLong());
        } else if (fires && !sighting.isKept()) {
            sheet.unwanted(firesAt);
        } else if (!fires && later.isPresent()) {
            sheet.missed(times.actsAt(sighting) + later.getAsLong());
        } else {
            sheet.idle();
        }
    }
}
