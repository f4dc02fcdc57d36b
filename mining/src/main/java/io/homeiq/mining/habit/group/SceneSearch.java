package io.homeiq.mining.habit.group;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.mining.frequent.ClosedSets;
import io.homeiq.mining.frequent.ClosedSets.ClosedSet;
import io.homeiq.mining.habit.ActLog;
import io.homeiq.mining.habit.Bursts;
import io.homeiq.mining.habit.Candidate;
import io.homeiq.mining.habit.Deed;
import io.homeiq.mining.habit.Replay;
import io.homeiq.mining.habit.SceneHabit;
import io.homeiq.mining.habit.Tested;
import io.homeiq.mining.habit.answer.BaseRate;
import io.homeiq.mining.statistics.Binomial;
import io.homeiq.mining.timeline.DayRange;
import io.homeiq.mining.timeline.Household;
import io.homeiq.mining.timeline.Timeline;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds what people set together within seconds. The null hypothesis, for each member: when most of the others are set,
 * it is set as often as around the same time of other days. The set is as sure as its least sure member.
 */
final class SceneSearch {

    static final int MIN_OCCASIONS = 6;

    private static final ClosedSets.Limits LIMITS = new ClosedSets.Limits(MIN_OCCASIONS, 12, 1_000);

    /** The sets that would save the most acts are tested. */
    private static final int MAX_TESTED = 64;

    private static final double WORTH_KEEPING = 0.05;

    /** How likely either order must be for two things to be set in any order. */
    private static final double SAME_ORDER = 0.01;

    /** Members that follow each other after always the same time are moved by a machine: milliseconds. */
    private static final double TWIN_MILLIS = 250;

    private final Household home;
    private final DayRange learned;
    private final ActLog log;
    private final Bursts bursts;
    private final BaseRate baseRate;
    private final Map<List<Integer>, Optional<Candidate>> tried = new HashMap<>();
    private @Nullable List<List<Integer>> sets;

    SceneSearch(Household home, DayRange learned, ActLog log) {
        this.home = home;
        this.learned = learned;
        this.log = log;
        this.bursts = Bursts.of(log);
        this.baseRate = new BaseRate(home, learned, Bursts.WHOLE_MILLIS, Bursts.WHOLE_MILLIS);
    }

    /** Deeds that belong together, and how sure that is. */
    private record Tried(List<Integer> deeds, double pValue, double chance) {}

    /**
     * The scenes with a member that is asked for; of those without a known occasion the rule is told by its first act.
     *
     * @return also those whose members are set alone so often that only a known occasion can lead to them
     */
    Tested search(Predicate<EntityId> wanted) {
        List<List<Integer>> asked = sets().stream()
                .filter(deeds -> deeds.stream()
                        .anyMatch(deed -> wanted.test(log.deed(deed).entity())))
                .toList();
        List<Candidate> found = new ArrayList<>();
        for (List<Integer> deeds : asked.subList(0, Math.min(MAX_TESTED, asked.size()))) {
            tried.computeIfAbsent(deeds, this::candidateOf).ifPresent(found::add);
        }
        return new Tested(found, asked.size());
    }

    private List<List<Integer>> sets() {
        List<List<Integer>> known = sets;
        if (known == null) {
            known = together();
            sets = known;
        }
        return known;
    }

    /** All deeds that belong together, those that would save the most acts first. */
    private List<List<Integer>> together() {
        int[] often = IntStream.range(0, log.deeds())
                .filter(deed -> common(bursts.with(deed), bursts.several()).cardinality() >= MIN_OCCASIONS)
                .toArray();
        List<BitSet> baskets = IntStream.of(often)
                .mapToObj(deed -> common(bursts.with(deed), bursts.several()))
                .toList();
        Stream<List<Integer>> closed = ClosedSets.find(baskets, LIMITS).stream()
                .sorted(Comparator.comparingInt(SceneSearch::saved).reversed())
                .map(set -> set.items().stream().map(i -> often[i]).toList());
        return Stream.concat(ties().sets(often).stream(), closed)
                .map(this::withoutTwins)
                .filter(deeds -> deeds.size() > 1 && isOneStateEach(deeds) && !isAnswer(deeds))
                .distinct()
                .toList();
    }

    private Optional<Candidate> candidateOf(List<Integer> deeds) {
        Tried set = test(deeds);
        return set.pValue() <= WORTH_KEEPING ? candidate(set) : Optional.empty();
    }

    private SceneTies ties() {
        return new SceneTies(
                bursts,
                (deed, burst) -> isOpen(log.deed(deed), bursts.startOf(burst)),
                (deed, occasions) -> baseRate.of(
                        log.deed(deed),
                        occasions.stream().mapToLong(bursts::startOf).toArray()));
    }

    private static int saved(ClosedSet set) {
        return set.baskets().cardinality() * (set.items().size() - 1);
    }

    private static BitSet common(BitSet one, BitSet other) {
        BitSet both = (BitSet) one.clone();
        both.and(other);
        return both;
    }

    private boolean isOneStateEach(List<Integer> deeds) {
        return deeds.stream().map(deed -> log.deed(deed).entity()).distinct().count() == deeds.size();
    }

    /** Without what only follows another member, such as the members of a group of lamps that is set as one. */
    private List<Integer> withoutTwins(List<Integer> deeds) {
        List<Integer> kept = new ArrayList<>();
        for (int deed : deeds) {
            if (kept.stream().noneMatch(other -> areTwins(other, deed))) {
                kept.add(deed);
            }
        }
        return kept;
    }

    private boolean areTwins(int one, int other) {
        Timeline first = home.timeline(log.deed(one).entity()).orElseThrow();
        Timeline second = home.timeline(log.deed(other).entity()).orElseThrow();
        double[] delays = common(bursts.with(one), bursts.with(other)).stream()
                .mapToDouble(burst -> timeOf(second, log.deed(other), burst) - timeOf(first, log.deed(one), burst))
                .toArray();
        double mean = IntStream.range(0, delays.length)
                .mapToDouble(i -> delays[i])
                .average()
                .orElse(0);
        double variance = IntStream.range(0, delays.length)
                .mapToDouble(i -> (delays[i] - mean) * (delays[i] - mean))
                .average()
                .orElse(Double.MAX_VALUE);
        return Math.sqrt(variance) < TWIN_MILLIS;
    }

    /** Who sets two things together begins with either; where it always is the same one, the other answers it. */
    private boolean isAnswer(List<Integer> deeds) {
        if (deeds.size() != 2) {
            return false;
        }
        Deed one = log.deed(deeds.getFirst());
        Deed other = log.deed(deeds.getLast());
        Timeline first = home.timeline(one.entity()).orElseThrow();
        Timeline second = home.timeline(other.entity()).orElseThrow();
        BitSet both = common(bursts.with(deeds.getFirst()), bursts.with(deeds.getLast()));
        int before = (int) both.stream()
                .filter(burst -> timeOf(first, one, burst) < timeOf(second, other, burst))
                .count();
        int all = both.cardinality();
        return Binomial.upperTail(Math.max(before, all - before), all, 0.5) < SAME_ORDER;
    }

    private double timeOf(Timeline timeline, Deed deed, int burst) {
        long start = bursts.startOf(burst);
        return timeline.timeAt(timeline.firstAct(deed.state(), start, start + Bursts.WHOLE_MILLIS));
    }

    private Tried test(List<Integer> deeds) {
        double pValue = 0;
        double chance = 0;
        for (int deed : deeds) {
            List<Integer> others = deeds.stream().filter(other -> other != deed).toList();
            BitSet occasions = bursts.withMostOf(others);
            long[] moments = occasions.stream()
                    .filter(burst -> bursts.with(deed).get(burst) || isOpen(log.deed(deed), bursts.startOf(burst)))
                    .mapToLong(bursts::startOf)
                    .toArray();
            double rate = baseRate.of(log.deed(deed), moments);
            int done = common(occasions, bursts.with(deed)).cardinality();
            pValue = Math.max(pValue, Binomial.upperTail(done, moments.length, rate));
            chance = Math.max(chance, rate);
        }
        return new Tried(deeds, pValue, chance);
    }

    private boolean isOpen(Deed deed, long time) {
        return !deed.isDoneBefore(home, home.timeline(deed.entity()).orElseThrow(), time);
    }

    private Optional<Candidate> candidate(Tried set) {
        List<Deed> members = set.deeds().stream()
                .map(log::deed)
                .sorted(Comparator.comparing(Deed::entity))
                .toList();
        SceneHabit scene = new SceneTriggers(home, learned).choose(members);
        Replay replay = scene.replay(home, learned);
        return replay.hits() < MIN_OCCASIONS
                ? Optional.empty()
                : Optional.of(new Candidate(scene, set.pValue(), set.chance(), replay));
    }
}
