package io.homeiq.mining.repair;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.rule.Condition;
import io.homeiq.contracts.rule.Rule;
import io.homeiq.contracts.suggestion.Repair;
import io.homeiq.mining.timeline.Household;
import io.homeiq.mining.timeline.Timeline;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Judges an automation in place by what people undid of it and did by hand instead: whether it still fits, whether another time, one more condition
 * or both would, or whether nobody wants it any more. The explanations are weighed against each other (Bayes), so that nothing is proposed while what was seen
 * fits several of them.
 */
public final class RepairSearch {

    /** How likely each is where something has changed. */
    private static final double TIME = 0.31;

    private static final double CONDITION = 0.31;
    private static final double TIME_AND_CONDITION = 0.1;
    private static final double RETIREMENT = 0.28;

    private static final double CERTAIN = 0.9;

    /** What is taken away is not missed before it is gone. */
    private static final double CERTAIN_TO_RETIRE = 0.97;

    /** So many days tell conditions apart that hold for a time by chance. */
    private static final int LEAST_DAYS_TO_STAND_OUT = 10;

    private static final double DOUBTFUL = 0.6;
    private static final double LEAST_SHARE = 0.5;
    private static final int LEAST_UNDONE = 2;
    private static final int LEAST_UNDONE_TO_RETIRE = 5;
    private static final int LEAST_DAYS_TO_RETIRE = 5;

    /** Nobody wants it any more. */
    private static final NewWays GONE = (sighting, tally) -> tally.unwanted(sighting);

    private final Household home;
    private final Circumstances circumstances;

    public RepairSearch(Household home) {
        this.home = home;
        this.circumstances = new Circumstances(home);
    }

    /**
     * Judges it now.
     *
     * @param rule as it is in place
     * @param works its runs, the oldest first
     * @param since from when it is in place as it is, in epoch milliseconds
     */
    public Verdict judge(Rule rule, List<Work> works, long since) {
        Optional<Work> example = works.stream().filter(Work::hasActed).max(Comparator.comparingLong(Work::ranAt));
        if (example.isEmpty() || !rule.isTransparent()) {
            return new Verdict.Fits();
        }
        EntityId target = java.util.Objects.requireNonNull(example.get().entity());
        String state = java.util.Objects.requireNonNull(example.get().state());
        return home.timeline(target)
                .map(timeline -> judge(
                        rule,
                        since,
                        works,
                        new Target(target, timeline, home.states().codeOf(state))))
                .orElse(new Verdict.Fits());
    }

    private record Target(EntityId entity, Timeline timeline, short state) {

        HandActs acts() {
            return new HandActs(timeline, state);
        }
    }

    private Verdict judge(Rule rule, long since, List<Work> works, Target target) {
        HandActs acts = target.acts();
        List<Sighting> sightings = new Sightings(home, circumstances, acts).of(works, since);
        if (sightings.isEmpty()) {
            return new Verdict.Fits();
        }
        Shifts shifts = new Shifts(home, acts);
        Explanations explanations = new Explanations(
                sightings,
                new Odds(acts.shortLived(0, since, WorkLog.SOON.toMillis()), shifts.doneBefore(rule, since)));
        TimeSearch times = new TimeSearch(
                shifts.of(rule, since),
                acts,
                ShiftedRule.waits(rule).toMillis(),
                home.days().lastTime(),
                new KindsOfDay(home.calendar()));
        long[] ran = sightings.stream().mapToLong(Sighting::ranAt).toArray();
        ConditionSearch conditions =
                new ConditionSearch(new Provisos(home, circumstances).of(rule, target.entity(), ran), circumstances);
        return new Weighing(rule, explanations, times, conditions).verdict();
    }

    /** All explanations side by side. */
    private final class Weighing {

        private final Rule rule;
        private final Explanations explanations;
        private final TimeSearch times;
        private final ConditionSearch conditions;
        private final Optional<TimeSearch.Found> time;
        private final Optional<ConditionSearch.Found> condition;
        private final TimeAndConditionSearch pairs;
        private final Optional<TimeAndConditionSearch.Found> both;
        private final double retirement;
        private final double sum;

        Weighing(Rule rule, Explanations explanations, TimeSearch times, ConditionSearch conditions) {
            this.rule = rule;
            this.explanations = explanations;
            this.times = times;
            this.conditions = conditions;
            this.time = times.search(explanations, TIME);
            this.condition = conditions.search(explanations, CONDITION);
            this.pairs = new TimeAndConditionSearch(times, conditions);
            this.both = pairs.search(explanations, TIME_AND_CONDITION);
            this.retirement = explanations.changed(RETIREMENT, GONE);
            this.sum = Weights.sum(
                    explanations.unchanged(),
                    retirement,
                    time.map(TimeSearch.Found::weight).orElse(Double.NEGATIVE_INFINITY),
                    condition.map(ConditionSearch.Found::weight).orElse(Double.NEGATIVE_INFINITY),
                    both.map(TimeAndConditionSearch.Found::weight).orElse(Double.NEGATIVE_INFINITY));
        }

        private double share(double weight) {
            return Math.exp(weight - sum);
        }

        Verdict verdict() {
            double byTime = time.map(found -> share(found.weight())).orElse(0.0);
            double byCondition = condition.map(found -> share(found.weight())).orElse(0.0);
            double gone = share(retirement);
            int undone = undone(0);
            if (isTime()) {
                Rule later = ShiftedRule.of(rule, time.orElseThrow().millis());
                return new Verdict.Repairable(
                        Repair.Kind.TIME,
                        later,
                        undone,
                        byTime,
                        times.evidence(explanations, time.get(), home.calendar()));
            }
            double byBoth = both.map(found -> share(found.weight())).orElse(0.0);
            if (byBoth >= CERTAIN && both.orElseThrow().isEnough() && both.get().share() >= LEAST_SHARE) {
                return new Verdict.Repairable(
                        Repair.Kind.TIME,
                        with(
                                both.get().condition(),
                                ShiftedRule.of(rule, both.get().millis())),
                        undone,
                        byBoth,
                        pairs.evidence(explanations, both.get(), TIME_AND_CONDITION, home.calendar()));
            }
            if (byCondition >= CERTAIN && condition.orElseThrow().share() >= LEAST_SHARE && undone >= LEAST_UNDONE) {
                return conditional(condition.get().condition(), byCondition, undone);
            }
            if (gone >= CERTAIN_TO_RETIRE && isEnoughToRetire()) {
                return new Verdict.Repairable(Repair.Kind.RETIREMENT, rule, undone, gone, record());
            }
            double changed = 1 - share(explanations.unchanged());
            return changed >= DOUBTFUL ? new Verdict.Doubtful(undone, changed) : new Verdict.Fits();
        }

        /** Whether it is the time that has changed; after a while even if it is not quite certain that no condition came with it, where none stands out. */
        private boolean isTime() {
            if (time.isEmpty() || !time.get().isOnEachKindOfDay()) {
                return false;
            }
            double byTime = share(time.get().weight());
            double byBoth = both.map(found -> share(found.weight())).orElse(0.0);
            double byOneCondition = both.map(found -> byBoth * found.share()).orElse(0.0);
            boolean alone = time.get().days() >= LEAST_DAYS_TO_STAND_OUT
                    && byTime + byBoth >= CERTAIN
                    && byTime >= CERTAIN * (byTime + byOneCondition);
            return byTime >= CERTAIN || alone;
        }

        private Verdict conditional(Condition added, double certainty, int undone) {
            return new Verdict.Repairable(
                    Repair.Kind.CONDITION,
                    with(added, rule),
                    undone,
                    certainty,
                    conditions.evidence(explanations, added, CONDITION, home.calendar()));
        }

        private static Rule with(Condition added, Rule rule) {
            List<Condition> all = new ArrayList<>(rule.conditions());
            all.add(added);
            return new Rule(rule.triggers(), all, rule.actions());
        }

        private int undone(int first) {
            List<Sighting> all = explanations.sightings();
            return (int) all.subList(first, all.size()).stream()
                    .filter(Sighting::undone)
                    .count();
        }

        private int first() {
            return explanations.likeliestFirst(GONE);
        }

        private boolean isEnoughToRetire() {
            List<Sighting> all = explanations.sightings();
            long days = all.subList(first(), all.size()).stream()
                    .filter(Sighting::undone)
                    .mapToInt(Sighting::day)
                    .distinct()
                    .count();
            return undone(first()) >= LEAST_UNDONE_TO_RETIRE && days >= LEAST_DAYS_TO_RETIRE;
        }

        /** What became of the automation as it is, since people changed their ways. */
        private io.homeiq.contracts.pattern.Evidence record() {
            EvidenceSheet sheet = new EvidenceSheet(home.calendar());
            List<Sighting> all = explanations.sightings();
            for (Sighting sighting : all.subList(first(), all.size())) {
                if (sighting.undone()) {
                    sheet.unwanted(sighting.ranAt());
                } else if (sighting.acted()) {
                    sheet.agreed(sighting.ranAt(), sighting.ranAt());
                } else {
                    sheet.idle();
                }
            }
            return sheet.evidence();
        }
    }
}
