package io.homeiq.mining.drift;

import io.homeiq.mining.memory.MemoryReader;
import io.homeiq.mining.memory.MemoryWriter;
import io.homeiq.mining.statistics.PoissonBinomial;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Days, or halves of them, on which a household did not live as it does: ill, with guests, at a feast. Nobody tells of
 * them; yet so many habits were left out together that by their own ways, each for itself, it would come about on fewer
 * than {@value #LEVEL} of all days. That is the upper tail of a Poisson binomial distribution, times the parts of a day
 * that were tried (Bonferroni). What was due then is no opportunity: it tells nothing of any one habit.
 *
 * <p>A day is judged by the days before it, and what follows does not change the judgement but for one thing: longer
 * than {@value #MOST_DAYS} days in a row is nobody ill. Then these are the new ways, and count like all others.
 */
public final class ExceptionalDays {

    /** Nothing is known to be exceptional. */
    public static final ExceptionalDays NONE = new ExceptionalDays(Map.of());

    static final double LEVEL = 0.005;

    /** From the first to the last day of a stretch. */
    static final int MOST_DAYS = 14;

    /** Fewer habits left out are no sign, however well they were kept. */
    private static final int LEAST_HABITS = 3;

    /** More than are ever recorded. */
    private static final int MAX_DAYS = 100_000;

    private record Due(int habit, DueTime time) {}

    private final Map<Integer, DayPart> parts;

    private ExceptionalDays(Map<Integer, DayPart> parts) {
        this.parts = parts;
    }

    /**
     * What the habits of a home tell together.
     *
     * @param habits of each its occasions in order, one a day at most; each of another entity, so that no act counts twice
     */
    public static ExceptionalDays of(List<List<DueTime>> habits) {
        TreeMap<Integer, List<Due>> days = new TreeMap<>();
        for (int i = 0; i < habits.size(); i++) {
            for (DueTime time : habits.get(i)) {
                days.computeIfAbsent(time.day(), day -> new ArrayList<>()).add(new Due(i, time));
            }
        }
        Search search = new Search(habits.size());
        days.forEach(search::next);
        return search.found();
    }

    /** Whether what was due at a second of a day tells anything of a habit. */
    public boolean counts(int day, int second) {
        DayPart part = parts.get(day);
        return part == null || !part.has(second);
    }

    /** Whether the household lived all day as it does. */
    public boolean isUsual(int day) {
        return !parts.containsKey(day);
    }

    /** Those of which all or a part is exceptional, in order. */
    public List<Integer> days() {
        return parts.keySet().stream().sorted().toList();
    }

    public void write(MemoryWriter out) throws IOException {
        out.count(parts.size(), MAX_DAYS);
        for (Map.Entry<Integer, DayPart> day : new TreeMap<>(parts).entrySet()) {
            out.number(day.getKey());
            out.choice(day.getValue());
        }
    }

    public static ExceptionalDays read(MemoryReader in) throws IOException {
        Map<Integer, DayPart> parts = new HashMap<>();
        int count = in.count(MAX_DAYS);
        for (int i = 0; i < count; i++) {
            parts.put(in.integer(), in.choice(DayPart.class));
        }
        return new ExceptionalDays(Map.copyOf(parts));
    }

    /** Goes through the days in order. */
    private static final class Search {

        private final Omission[] omissions;
        private final Map<Integer, DayPart> parts = new HashMap<>();
        private final List<Due> stretch = new ArrayList<>();
        private int begin;

        Search(int habits) {
            omissions = new Omission[habits];
            for (int i = 0; i < habits; i++) {
                omissions[i] = new Omission();
            }
        }

        void next(int day, List<Due> due) {
            Optional<DayPart> part = exceptional(due);
            if (part.isEmpty()) {
                due.forEach(this::learn);
                stretch.clear();
                return;
            }
            begin = stretch.isEmpty() ? day : begin;
            parts.put(day, part.get());
            for (Due one : due) {
                if (part.get().has(one.time().second())) {
                    stretch.add(one);
                } else {
                    learn(one);
                }
            }
            if (day - begin >= MOST_DAYS) {
                takeBack();
            }
        }

        private void takeBack() {
            stretch.forEach(one -> {
                parts.remove(one.time().day());
                learn(one);
            });
            stretch.clear();
        }

        private void learn(Due one) {
            omissions[one.habit()].note(one.time().kept());
        }

        private Optional<DayPart> exceptional(List<Due> due) {
            DayPart best = null;
            double least = LEVEL / DayPart.values().length;
            for (DayPart part : DayPart.values()) {
                double chance = chance(due.stream()
                        .filter(one -> part.has(one.time().second()))
                        .toList());
                if (chance <= least) {
                    least = chance;
                    best = part;
                }
            }
            return Optional.ofNullable(best);
        }

        /** That so many of these are left out, each for itself; 1 where most are kept. */
        private double chance(List<Due> due) {
            int left = (int) due.stream().filter(one -> !one.time().kept()).count();
            if (left < LEAST_HABITS || 2 * left <= due.size()) {
                return 1;
            }
            return PoissonBinomial.upperTail(
                    left,
                    due.stream()
                            .mapToDouble(one -> omissions[one.habit()].chance())
                            .toArray());
        }

        ExceptionalDays found() {
            return new ExceptionalDays(Map.copyOf(parts));
        }
    }
}
