package io.homeiq.mining;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeId;
import io.homeiq.contracts.pattern.Pattern;
import io.homeiq.contracts.pattern.PatternId;
import io.homeiq.mining.attribution.Actuators;
import io.homeiq.mining.habit.Candidate;
import io.homeiq.mining.habit.Deed;
import io.homeiq.mining.habit.group.GroupSearch;
import io.homeiq.mining.habit.proof.CountedDays;
import io.homeiq.mining.habit.proof.DeedVerdicts;
import io.homeiq.mining.habit.proof.GroupVerdicts;
import io.homeiq.mining.habit.proof.Prover;
import io.homeiq.mining.habit.proof.Standards;
import io.homeiq.mining.habit.proof.Successors;
import io.homeiq.mining.habit.rule.ExistingAutomations;
import io.homeiq.mining.habit.search.DeedSearch;
import io.homeiq.mining.habit.search.LearnedHabits;
import io.homeiq.mining.habit.search.Learning;
import io.homeiq.mining.memory.MemoryReader;
import io.homeiq.mining.memory.MemoryWriter;
import io.homeiq.mining.safety.SafetyPolicy;
import io.homeiq.mining.statistics.BenjaminiHochberg;
import io.homeiq.mining.timeline.DayRange;
import io.homeiq.mining.timeline.Household;
import io.homeiq.mining.timeline.StateNames;
import io.homeiq.mining.timeline.Timeline;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;

/** Searches the whole home, or one entity, for habits and proves them. */
public final class HabitMiner {

    private static final Comparator<Pattern> BEST_FIRST = Comparator.comparing((Pattern p) -> !p.isProven())
            .thenComparingDouble(p -> -p.confidence())
            .thenComparing(p -> p.id().value());

    private final Household home;
    private final Prover prover;
    private final Learning learning;
    private CountedDays counted;

    public HabitMiner(
            HomeId homeId, Household home, SafetyPolicy safety, ExistingAutomations existing, Standards standards) {
        this.home = home;
        this.prover = new Prover(homeId, home, safety, existing, standards);
        this.learning = new Learning(home);
        this.counted = CountedDays.allLived(home);
    }

    /**
     * Every habit of the home, the proven ones first, best first.
     *
     * @param learned the days to learn from
     * @param heldOut the days to prove on
     * @param progress hears the share that is done, 0 to 1
     */
    public List<Pattern> everything(DayRange learned, DayRange heldOut, DoubleConsumer progress) {
        LearnedHabits habits = learning.anew(learned);
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
     * As {@link #everything}, with what was learned then: nothing is searched again, and the days since prove it too.
     * Every hypothesis that was tried then is counted as before.
     *
     * @param due the days that would be learned from now
     * @param all the days that there are
     * @return empty where it does not stand any more, since what happened in the days to learn from is known better now,
     *     or too many further ones are due
     */
    public Optional<List<Pattern>> everythingSince(DayRange due, DayRange all) {
        return learning.whole(due).map(habits -> {
            List<DeedSearch.Result> results = deeds().stream().map(habits::of).toList();
            return patterns(results, habits.groups(), tested(results), all.after(habits.days()), false);
        });
    }

    /** The days on which the household did not live as it does, as far as the last look at everything tells. */
    public List<LocalDate> exceptionalDays() {
        return counted.exceptional();
    }

    /** The days that were learned from; empty where nothing was, or it does not stand any more. */
    public Optional<DayRange> learnedDays() {
        return learning.days();
    }

    /**
     * The proven habits of one entity, as they look now, and those that people have left or moved; the q-values count
     * the hypotheses of the whole home. The days to learn from are searched at the first call, later ones only replay the
     * days to prove on.
     *
     * @param due the days to learn from; a few at the end of them wait for the next learning
     * @param all the days that there are
     */
    public List<Pattern> provenOf(EntityId entity, DayRange due, DayRange all) {
        LearnedHabits habits = learning.of(due);
        List<DeedSearch.Result> results = home.timeline(entity).stream()
                .flatMap(timeline -> deedsOf(entity, timeline).stream())
                .map(habits::of)
                .toList();
        int tested = tested(results) + home.timelines().size();
        return patterns(results, habits.groupsOf(entity), tested, all.after(habits.days()), true);
    }

    /** Learns anew what somebody asked for before, if that is due: at a moment of its own, not while somebody waits for it. */
    public void relearn(DayRange due) {
        learning.again(due);
    }

    /** What was learned is forgotten if something changed at a moment, in epoch milliseconds, within the days of it. */
    public void unlearn(long time) {
        learning.changed(time);
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
        if (!provenOnly) {
            counted = CountedDays.of(home, sure(all.subList(0, best), q), heldOut);
            prover.count(counted);
        }
        GroupVerdicts verdicts = new GroupVerdicts(prover, heldOut);
        for (int i = 0; i < groups.best().size(); i++) {
            verdicts.judge(all.get(i), q[i]);
        }
        // Other views of the same acts are no discoveries of their own, so each is corrected for all tests by itself.
        groups.spare().forEach(spare -> verdicts.retry(spare, Math.min(1, spare.pValue() * tested)));
        List<Pattern> patterns = new ArrayList<>(verdicts.patterns());
        DeedVerdicts deeds = new DeedVerdicts(prover, heldOut, tested, provenOnly, verdicts);
        for (int i = groups.best().size(); i < q.length; i++) {
            if (i < best) {
                deeds.judge(all.get(i), q[i]);
            } else {
                deeds.retry(all.get(i), q[i]);
            }
        }
        patterns.addAll(deeds.patterns());
        Successors successors = new Successors(home, prover);
        deeds.tell(successors);
        List<Pattern> joined = successors.join(patterns, heldOut.last());
        // What is over is told as well, for somebody may know it as proven.
        joined.removeIf(pattern -> provenOnly && !pattern.isProven() && !pattern.isOver());
        joined.sort(BEST_FIRST);
        return once(joined);
    }

    /** Those that chance does not explain. */
    private List<Candidate> sure(List<Candidate> habits, double[] q) {
        return IntStream.range(0, habits.size())
                .filter(i -> prover.isSure(q[i]))
                .mapToObj(habits::get)
                .toList();
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
        boolean settable = Actuators.isActuator(entity) && !timeline.isTooBusy();
        for (int i = 0; i < timeline.size() && settable; i++) {
            if (timeline.isActAt(i) && timeline.stateAt(i) > StateNames.ABSENT) {
                states.add(timeline.stateAt(i));
            }
        }
        return states.stream().map(state -> new Deed(entity, state)).toList();
    }

    /** Writes which days were learned from and which count; what they tell follows from the home. */
    void write(MemoryWriter out) throws IOException {
        learning.write(out);
        counted.write(out);
    }

    /** Takes over what was written, after the home was read, into a fresh one. */
    void read(MemoryReader in) throws IOException {
        learning.read(in);
        counted = CountedDays.read(in, home);
        prover.count(counted);
    }
}
