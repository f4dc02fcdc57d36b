package io.homeiq.mining;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.StateChange;
import io.homeiq.mining.memory.MemoryReader;
import io.homeiq.mining.memory.MemoryWriter;
import io.homeiq.mining.timeline.DayRange;
import io.homeiq.mining.timeline.Household;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What is odd about a history, so that the reader of the result knows what it does not tell: gaps, a clock that jumps,
 * things that change all the time or were never there. Bounded by {@link Household#MAX_ENTITIES} entities.
 */
final class HistoryRemarks {

    /** Changes a day beyond which nothing that people care for can be behind them. */
    static final int BUSY_CHANGES = 20_000;

    /** Entities beyond which a history is more than a home's. */
    static final int MANY_ENTITIES = 5_000;

    /** Of each kind so many are told one by one. */
    private static final int TOLD = 3;

    /** Shorter gaps are restarts and weekends away. */
    private static final int GAP_DAYS = 3;

    /** Later than this, in milliseconds, is not late but another clock. */
    private static final long LATE_MILLIS = 120_000;

    private static final Set<String> ABSENT = Set.of("unavailable", "unknown");

    /** How much one entity told. */
    private static final class Counts {
        private int day = Integer.MIN_VALUE;
        private int today;
        private int busiest;
        private boolean present;
    }

    private final Map<EntityId, Counts> counts = new HashMap<>();
    private long newest = Long.MIN_VALUE;
    private int jumps;
    private long firstJump;
    private long firstJumpMillis;

    void note(StateChange change, int day) {
        watchClock(change.time().toEpochMilli());
        Counts known = counts.get(change.entityId());
        if (known == null) {
            if (counts.size() >= Household.MAX_ENTITIES) {
                return;
            }
            known = new Counts();
            counts.put(change.entityId(), known);
        }
        known.today = known.day == day ? known.today + 1 : 1;
        known.day = day;
        known.busiest = Math.max(known.busiest, known.today);
        known.present |= change.after() != null && !ABSENT.contains(change.after());
    }

    private void watchClock(long time) {
        if (newest != Long.MIN_VALUE && newest - time > LATE_MILLIS) {
            if (jumps++ == 0) {
                firstJump = time;
                firstJumpMillis = newest - time;
            }
            newest = time;
        } else {
            newest = Math.max(newest, time);
        }
    }

    /** One sentence each, the gravest first. */
    List<String> sentences(Household home) {
        List<String> sentences = new ArrayList<>();
        absence(sentences);
        gaps(home, sentences);
        clock(home, sentences);
        busy(home, sentences);
        size(sentences);
        if (home.timelines().size() >= Household.MAX_ENTITIES) {
            sentences.add(String.format(
                    Locale.ROOT, "Of more than %,d entities the further ones are left out.", Household.MAX_ENTITIES));
        }
        return sentences;
    }

    /** What is left out of all counting, though people were there; empty if nothing is. */
    static Optional<String> exceptional(List<LocalDate> days) {
        if (days.isEmpty()) {
            return Optional.empty();
        }
        String latest = days.stream()
                .skip(Math.max(0, days.size() - TOLD))
                .map(LocalDate::toString)
                .collect(Collectors.joining(", "));
        String which = days.size() > TOLD ? latest + " the latest" : latest;
        return Optional.of("On " + days.size() + (days.size() == 1 ? " day" : " days")
                + " so many habits were left out together that the home did not live as usual (" + which
                + "): what was due then counts neither for nor against a habit.");
    }

    /** In the first days there is silence, and this says how long. */
    static String tooShort(int lived, int days, int asked) {
        if (lived == 0 && days >= asked) {
            return "No act of a person in " + days + " days: nothing can be learned.";
        }
        int more = asked - lived;
        return "Only " + lived + " days on which anybody did anything by hand: " + more
                + (more == 1 ? " more day is" : " more days are") + " needed before anything is proposed; at least "
                + asked + " are asked for.";
    }

    private void absence(List<String> sentences) {
        List<EntityId> absent = counts.entrySet().stream()
                .filter(entry -> !entry.getValue().present)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        if (!absent.isEmpty() && absent.size() == counts.size()) {
            sentences.add("No entity was ever available: every state is \"unavailable\" or \"unknown\".");
        } else if (!absent.isEmpty()) {
            sentences.add(some(absent) + (absent.size() == 1 ? " was" : " were") + " never available.");
        }
    }

    private static String some(List<EntityId> entities) {
        String first = String.join(
                ", ", entities.stream().limit(TOLD).map(EntityId::value).toList());
        int more = entities.size() - TOLD;
        return more > 0 ? first + " and " + more + " more" : first;
    }

    private static void gaps(Household home, List<String> sentences) {
        List<DayRange> gaps = home.days().gaps(GAP_DAYS);
        gaps.stream()
                .sorted(Comparator.comparingInt((DayRange gap) -> -gap.days()).thenComparingInt(DayRange::first))
                .limit(TOLD)
                .sorted(Comparator.comparingInt(DayRange::first))
                .map(gap -> "Nothing was recorded from " + home.calendar().dateOf(gap.first()) + " to "
                        + home.calendar().dateOf(gap.last()) + ".")
                .forEach(sentences::add);
        if (gaps.size() > TOLD) {
            sentences.add("There are " + (gaps.size() - TOLD) + " shorter gaps in the recording.");
        }
    }

    private void clock(Household home, List<String> sentences) {
        if (jumps > 0) {
            sentences.add("The clock went back " + times(jumps) + ", first by "
                    + ClockWords.of(Duration.ofMillis(firstJumpMillis)) + " on "
                    + home.calendar().dateOf(home.calendar().dayOf(firstJump)) + ".");
        }
        if (home.days().refused() > 0) {
            sentences.add(String.format(
                    Locale.ROOT,
                    "%,d changes lie so many years from the others that the clock must have been wrong; they are left out.",
                    home.days().refused()));
        }
    }

    private static String times(int count) {
        return count == 1 ? "once" : count + " times";
    }

    private void size(List<String> sentences) {
        if (counts.size() == 1) {
            sentences.add("Only " + counts.keySet().iterator().next()
                    + " is in the history: what people do in answer to other things cannot be told.");
        } else if (counts.size() > MANY_ENTITIES) {
            sentences.add(String.format(
                    Locale.ROOT,
                    "%,d entities are in the history, more than homes have: since so much is tested at once, a habit must be"
                            + " clearer to be proven.",
                    counts.size()));
        }
    }

    private void busy(Household home, List<String> sentences) {
        counts.entrySet().stream()
                .filter(entry -> entry.getValue().busiest >= BUSY_CHANGES)
                .sorted(Comparator.comparingInt((Map.Entry<EntityId, Counts> entry) -> -entry.getValue().busiest)
                        .thenComparing(Map.Entry::getKey))
                .limit(TOLD)
                .map(entry -> String.format(
                        Locale.ROOT,
                        "%s changed %,d times on one day: %s.",
                        entry.getKey(),
                        entry.getValue().busiest,
                        kept(home, entry.getKey())))
                .forEach(sentences::add);
    }

    /** What of a busy entity is looked at all the same. */
    private static String kept(Household home, EntityId entity) {
        if (home.numbers().of(entity).isPresent()) {
            return "only its larger steps are kept";
        }
        return home.timeline(entity).filter(timeline -> !timeline.isTooBusy()).isPresent()
                ? "only what it did last is kept"
                : "no habit is learned from it";
    }

    void write(MemoryWriter out) throws IOException {
        out.number(newest);
        out.number(jumps);
        out.number(firstJump);
        out.number(firstJumpMillis);
        out.count(counts.size(), Household.MAX_ENTITIES);
        for (Map.Entry<EntityId, Counts> entity : new TreeMap<>(counts).entrySet()) {
            Counts known = entity.getValue();
            out.entity(entity.getKey());
            out.number(known.day);
            out.number(known.today);
            out.number(known.busiest);
            out.flag(known.present);
        }
    }

    /** Takes over what was written, into fresh ones. */
    void read(MemoryReader in) throws IOException {
        newest = in.number();
        jumps = in.integer();
        firstJump = in.number();
        firstJumpMillis = in.number();
        int count = in.count(Household.MAX_ENTITIES);
        for (int i = 0; i < count; i++) {
            Counts known = new Counts();
            counts.put(in.entity(), known);
            known.day = in.integer();
            known.today = in.integer();
            known.busiest = in.integer();
            known.present = in.flag();
        }
    }
}
