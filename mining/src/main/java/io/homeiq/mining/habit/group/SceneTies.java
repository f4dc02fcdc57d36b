package io.homeiq.mining.habit.group;

import io.homeiq.mining.habit.Bursts;
import io.homeiq.mining.statistics.Binomial;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Deeds that mostly go together wherever both can be done. A scene of which some members are often in their state
 * already is seldom set as a whole, yet its members are tied in pairs; who is tied to most of a set belongs to it.
 */
final class SceneTies {

    /** Of the bursts with the one deed that found the other to be done, so many have it. */
    private static final double MOSTLY = 0.5;

    private static final double SURE = 1e-4;
    private static final int MAX_MEMBERS = 12;

    private final Bursts bursts;
    private final Openness open;
    private final Rate rate;

    /** Whether a deed could have been done in a burst. */
    @FunctionalInterface
    interface Openness {
        boolean isOpen(int deed, int burst);
    }

    /** How often a deed is done at the times of these bursts on other days, 0 to 1. */
    @FunctionalInterface
    interface Rate {
        double of(int deed, BitSet bursts);
    }

    SceneTies(Bursts bursts, Openness open, Rate rate) {
        this.bursts = bursts;
        this.open = open;
        this.rate = rate;
    }

    /**
     * Sets of deeds that are all tied to each other or nearly so, each once.
     *
     * @param deeds those that occur together with others often enough
     */
    List<List<Integer>> sets(int[] deeds) {
        Set<List<Integer>> sets = new HashSet<>();
        boolean[][] tied = new boolean[deeds.length][deeds.length];
        for (int i = 0; i < deeds.length; i++) {
            for (int j = i + 1; j < deeds.length; j++) {
                tied[i][j] = isTied(deeds[i], deeds[j]) || isTied(deeds[j], deeds[i]);
                tied[j][i] = tied[i][j];
            }
        }
        List<List<Integer>> ordered = new ArrayList<>();
        for (int i = 0; i < deeds.length; i++) {
            List<Integer> set = around(i, tied);
            List<Integer> members = set.stream().map(member -> deeds[member]).toList();
            if (members.size() > 2 && members.size() <= MAX_MEMBERS && sets.add(members)) {
                ordered.add(members);
            }
        }
        return ordered;
    }

    /** Whoever is tied to the one, and to at least half of the others that are. */
    private static List<Integer> around(int one, boolean[][] tied) {
        TreeSet<Integer> near = new TreeSet<>(Set.of(one));
        for (int other = 0; other < tied.length; other++) {
            if (tied[one][other]) {
                near.add(other);
            }
        }
        return near.stream()
                .filter(member ->
                        2 * near.stream().filter(other -> tied[member][other]).count() >= near.size() - 1)
                .toList();
    }

    private boolean isTied(int one, int other) {
        BitSet both = (BitSet) bursts.with(one).clone();
        both.and(bursts.with(other));
        if (both.cardinality() < SceneSearch.MIN_OCCASIONS) {
            return false;
        }
        BitSet chances = (BitSet) bursts.with(one).clone();
        bursts.with(one).stream()
                .filter(burst -> !both.get(burst) && !open.isOpen(other, burst))
                .forEach(chances::clear);
        return both.cardinality() >= MOSTLY * chances.cardinality()
                && Binomial.upperTail(both.cardinality(), chances.cardinality(), rate.of(other, chances)) <= SURE;
    }
}
