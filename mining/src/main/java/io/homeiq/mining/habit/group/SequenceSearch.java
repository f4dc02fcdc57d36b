package io.homeiq.mining.habit.group;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.mining.habit.ActLog;
import io.homeiq.mining.habit.Bursts;
import io.homeiq.mining.habit.Candidate;
import io.homeiq.mining.habit.Deed;
import io.homeiq.mining.habit.Replay;
import io.homeiq.mining.habit.SequenceHabit;
import io.homeiq.mining.habit.Tested;
import io.homeiq.mining.habit.answer.BaseRate;
import io.homeiq.mining.statistics.Binomial;
import io.homeiq.mining.timeline.DayRange;
import io.homeiq.mining.timeline.Household;
import io.homeiq.mining.timeline.Timeline;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds what people do one after the other, by growing each prefix by what mostly follows it (after Pei and others,
 * "PrefixSpan", ICDE 2001, with a longest gap). The null hypothesis, for each link: the next step follows the steps
 * before it as often as the same time of other days. The sequence is as sure as its least sure link.
 */
final class SequenceSearch {

    private static final int MIN_STEPS = 3;
    private static final int MAX_STEPS = 6;
    private static final int MIN_OCCURRENCES = 6;

    /** A step that follows less often than this ends the sequence before it. */
    private static final double MIN_SHARE = 0.5;

    /** In a home where everything happens at once, so many acts after a step are looked at. */
    private static final int MAX_LOOKAHEAD = 32;

    private static final int MAX_LINKS = 1_000;
    private static final double WORTH_KEEPING = 0.05;

    private final Household home;
    private final DayRange learned;
    private final ActLog log;
    private final BaseRate baseRate;
    private final Map<List<Integer>, Optional<Candidate>> tried = new HashMap<>();
    private @Nullable List<Prefix> grown;
    private int links;

    SequenceSearch(Household home, DayRange learned, ActLog log) {
        this.home = home;
        this.learned = learned;
        this.log = log;
        this.baseRate = new BaseRate(home, learned, -1, SequenceHabit.GAP_MILLIS);
    }

    /**
     * The first steps of a sequence.
     *
     * @param ends for each time they were done the act that was the last step; a step with nothing to do is passed over
     */
    private record Prefix(List<Integer> deeds, List<Integer> ends, double pValue, double chance) {}

    /** The sequences with a step that is asked for, of every length that the data bears out. */
    Tested search(Predicate<EntityId> wanted) {
        List<Candidate> found = new ArrayList<>();
        for (Prefix prefix : grown()) {
            if (prefix.deeds().stream().anyMatch(deed -> wanted.test(entity(deed)))) {
                tried.computeIfAbsent(prefix.deeds(), deeds -> candidate(prefix))
                        .ifPresent(found::add);
            }
        }
        return new Tested(found, links);
    }

    private List<Prefix> grown() {
        List<Prefix> known = grown;
        if (known == null) {
            known = all();
            grown = known;
        }
        return known;
    }

    /** Every prefix that is long enough, in the order of the search. */
    private List<Prefix> all() {
        List<List<Integer>> byDeed = IntStream.range(0, log.deeds())
                .mapToObj(deed -> (List<Integer>) new ArrayList<Integer>())
                .toList();
        for (int act = 0; act < log.size(); act++) {
            byDeed.get(log.deedAt(act)).add(act);
        }
        List<Prefix> all = new ArrayList<>();
        for (int deed = 0; deed < byDeed.size(); deed++) {
            List<Integer> acts = byDeed.get(deed);
            if (acts.size() >= MIN_OCCURRENCES) {
                grow(new Prefix(List.of(deed), acts, 0, 0), all);
            }
        }
        return all;
    }

    private void grow(Prefix prefix, List<Prefix> all) {
        if (prefix.deeds().size() >= MIN_STEPS) {
            all.add(prefix);
        }
        if (prefix.deeds().size() < MAX_STEPS) {
            next(prefix).forEach((deed, times) -> {
                if (times >= MIN_OCCURRENCES && links < MAX_LINKS) {
                    link(prefix, deed)
                            .filter(longer -> longer.pValue() <= WORTH_KEEPING)
                            .ifPresent(longer -> grow(longer, all));
                }
            });
        }
    }

    private EntityId entity(int deed) {
        return log.deed(deed).entity();
    }

    /** What followed the prefix, by deed: how many times that the prefix was done. */
    private Map<Integer, Integer> next(Prefix prefix) {
        Map<Integer, Integer> followers = new TreeMap<>();
        for (int end : prefix.ends()) {
            long until = log.timeAt(end) + SequenceHabit.GAP_MILLIS;
            int last = Math.min(log.size() - 1, end + MAX_LOOKAHEAD);
            Set<Integer> seen = new HashSet<>(prefix.deeds());
            for (int act = end + 1; act <= last && log.timeAt(act) <= until; act++) {
                if (seen.add(log.deedAt(act))) {
                    followers.merge(log.deedAt(act), 1, Integer::sum);
                }
            }
        }
        followers
                .keySet()
                .removeIf(
                        deed -> prefix.deeds().stream().anyMatch(d -> entity(d).equals(entity(deed))));
        return followers;
    }

    /** The prefix with one more step, if it mostly follows where there is something to do; empty if it does not. */
    private Optional<Prefix> link(Prefix prefix, int deed) {
        Deed next = log.deed(deed);
        Timeline timeline = home.timeline(next.entity()).orElseThrow();
        List<Integer> ends = new ArrayList<>();
        int open = 0;
        int done = 0;
        for (int end : prefix.ends()) {
            boolean isOpen = !next.isDoneBefore(home, timeline, log.timeAt(end) + 1);
            int act = isOpen ? following(end, deed) : end;
            open += isOpen ? 1 : 0;
            done += isOpen && act >= 0 ? 1 : 0;
            if (act >= 0) {
                ends.add(act);
            }
        }
        if (done < MIN_OCCURRENCES || done < MIN_SHARE * open) {
            return Optional.empty();
        }
        links++;
        double rate =
                baseRate.of(next, prefix.ends().stream().mapToLong(log::timeAt).toArray());
        double pValue = Binomial.upperTail(done, open, rate);
        List<Integer> longer = new ArrayList<>(prefix.deeds());
        longer.add(deed);
        return Optional.of(
                new Prefix(longer, ends, Math.max(prefix.pValue(), pValue), Math.max(prefix.chance(), rate)));
    }

    /** The first time that the deed was done soon after an act; −1 if it was not. */
    private int following(int act, int deed) {
        long until = log.timeAt(act) + SequenceHabit.GAP_MILLIS;
        int last = Math.min(log.size() - 1, act + MAX_LOOKAHEAD);
        for (int next = act + 1; next <= last && log.timeAt(next) <= until; next++) {
            if (log.deedAt(next) == deed) {
                return next;
            }
        }
        return -1;
    }

    /** What takes only seconds is set together and no sequence. */
    private Optional<Candidate> candidate(Prefix prefix) {
        SequenceHabit habit =
                new SequenceHabit(prefix.deeds().stream().map(log::deed).toList());
        Replay replay = habit.replay(home, learned);
        long[] took = replay.delays();
        Arrays.sort(took);
        return replay.hits() >= MIN_OCCURRENCES
                        && replay.regularity() >= MIN_SHARE
                        && took[took.length / 2] > Bursts.WHOLE_MILLIS
                ? Optional.of(new Candidate(habit, prefix.pValue(), prefix.chance(), replay))
                : Optional.empty();
    }
}
