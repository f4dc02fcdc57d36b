package io.homeiq.mining.habit;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeId;
import io.homeiq.contracts.pattern.Pattern;
import io.homeiq.contracts.pattern.PatternId;
import io.homeiq.mining.attribution.Actuators;
import io.homeiq.mining.safety.SafetyPolicy;
import io.homeiq.mining.statistics.BenjaminiHochberg;
import io.homeiq.mining.timeline.DayRange;
import io.homeiq.mining.timeline.Household;
import io.homeiq.mining.timeline.StateNames;
import io.homeiq.mining.timeline.Timeline;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;

/** Searches the whole home, or one entity, for habits and proves them. */
public final class HabitMiner {

    private static final Comparator<Pattern> BEST_FIRST = Comparator.comparing((Pattern p) -> !p.isProven())
            .thenComparingDouble(p -> -p.confidence())
            .thenComparing(p -> p.id().value());

    private final Household home;
    private final Prover prover;
    private @Nullable LearnedHabits known;

    public HabitMiner(
            HomeId homeId, Household home, SafetyPolicy safety, ExistingAutomations existing, Standards standards) {
        this.home = home;
        this.prover = new Prover(homeId, home, safety, existing, standards);
    }

    /**
     * Every habit of the home, the proven ones first, best first.
     *
     * @param learned the days to learn from
     * @param heldOut the days to prove on
     * @param progress hears the share that is done, 0 to 1
     */
    public List<Pattern> everything(DayRange learned, DayRange heldOut, DoubleConsumer progress) {
        LearnedHabits habits = new LearnedHabits(home, learned);
        known = habits;
        List<Deed> deeds = deeds();
        for (int i = 0; i < deeds.size(); i++) {
            habits.of(deeds.get(i));
            progress.accept((i + 1.0) / deeds.size());
        }
        GroupSearch.Found groups = habits.groups();
        int tested = tested(habits.ofDeeds());
        return patterns(habits.ofDeeds(), groups, tested, heldOut, false);
    }

    /**
     * The proven habits of one entity, as they look now; the q-values count the hypotheses of the whole home. The days to
     * learn from are searched at the first call, later ones only replay the days to prove on.
     */
    public List<Pattern> provenOf(EntityId entity, DayRange learned, DayRange heldOut) {
        LearnedHabits habits = known;
        if (habits == null || !habits.isOf(learned)) {
            habits = new LearnedHabits(home, learned);
            known = habits;
        }
        List<DeedSearch.Result> results = home.timeline(entity).stream()
                .flatMap(timeline -> deedsOf(entity, timeline).stream())
                .map(habits::of)
                .toList();
        int tested = tested(results) + home.timelines().size();
        return patterns(results, habits.groupsOf(entity), tested, heldOut, true);
    }

    /** What was learned is forgotten if something changed at a moment, in epoch milliseconds, within the days of it. */
    public void unlearn(long time) {
        LearnedHabits habits = known;
        if (habits != null && habits.dependsOn(time)) {
            known = null;
        }
    }

    private static int tested(Collection<DeedSearch.Result> results) {
        return results.stream().mapToInt(DeedSearch.Result::tested).sum();
    }

    /** @param provenOnly spares the work for those that cannot be proven */
    private List<Pattern> patterns(
            Collection<DeedSearch.Result> results,
            GroupSearch.Found groups,
            int deedsTested,
            DayRange heldOut,
            boolean provenOnly) {
        int tested = deedsTested + groups.tested();
        List<Candidate> all = new ArrayList<>(groups.best());
        results.forEach(result -> all.addAll(result.best()));
        int best = all.size();
        results.forEach(result -> all.addAll(result.outdone()));
        double[] q = BenjaminiHochberg.qValues(
                all.stream().mapToDouble(Candidate::pValue).toArray(), Math.max(tested, all.size()));
        GroupVerdicts verdicts = new GroupVerdicts(prover, heldOut);
        for (int i = 0; i < groups.best().size(); i++) {
            verdicts.judge(all.get(i), q[i]);
        }
        // Other views of the same acts are no discoveries of their own, so each is corrected for all tests by itself.
        groups.spare().forEach(spare -> verdicts.retry(spare, Math.min(1, spare.pValue() * tested)));
        List<Pattern> patterns = new ArrayList<>(verdicts.patterns());
        for (int i = groups.best().size(); i < q.length; i++) {
            boolean hopeless = i >= best || !prover.isSure(q[i]);
            if (!(provenOnly && hopeless)) {
                boolean outdone = i >= best || verdicts.explain(all.get(i));
                prover.prove(all.get(i), q[i], heldOut, outdone).ifPresent(patterns::add);
            }
        }
        patterns.removeIf(pattern -> provenOnly && !pattern.isProven());
        patterns.sort(BEST_FIRST);
        return once(patterns);
    }

    /** Two habits may come to the same rule, and so to the same id: the better one stands for both. */
    private static List<Pattern> once(List<Pattern> bestFirst) {
        Set<PatternId> seen = new HashSet<>();
        return bestFirst.stream().filter(pattern -> seen.add(pattern.id())).toList();
    }

    private List<Deed> deeds() {
        List<Deed> deeds = new ArrayList<>();
        home.timelines().forEach((entity, timeline) -> deeds.addAll(deedsOf(entity, timeline)));
        return deeds;
    }

    private static List<Deed> deedsOf(EntityId entity, Timeline timeline) {
        Set<Short> states = new TreeSet<>();
        for (int i = 0; i < timeline.size() && Actuators.isActuator(entity); i++) {
            if (timeline.isActAt(i) && timeline.stateAt(i) > StateNames.ABSENT) {
                states.add(timeline.stateAt(i));
            }
        }
        return states.stream().map(state -> new Deed(entity, state)).toList();
    }
}
