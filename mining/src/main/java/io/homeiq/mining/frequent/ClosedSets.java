package io.homeiq.mining.frequent;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the sets of items that occur together in enough baskets and cannot grow without occurring in fewer. Each closed
 * set is reached once, by extensions that keep its prefix (Uno, Asai, Uchida and Arimura, "LCM", FIMI 2003).
 */
public final class ClosedSets {

    private final List<BitSet> baskets;
    private final Limits limits;
    private final List<ClosedSet> found = new ArrayList<>();

    private ClosedSets(List<BitSet> baskets, Limits limits) {
        this.baskets = baskets;
        this.limits = limits;
    }

    /**
     * How far the search goes.
     *
     * @param minBaskets a set in fewer is no set
     * @param maxItems larger sets are left out
     * @param maxSets the search ends when so many were found
     */
    public record Limits(int minBaskets, int maxItems, int maxSets) {}

    /**
     * A set that occurs together.
     *
     * @param items rising
     * @param baskets the numbers of the baskets that hold them all
     */
    public record ClosedSet(List<Integer> items, BitSet baskets) {

        public ClosedSet {
            items = List.copyOf(items);
        }
    }

    /**
     * All closed sets of two items and more, in the order of the search.
     *
     * @param baskets by item, the numbers of the baskets that it is in
     */
    public static List<ClosedSet> find(List<BitSet> baskets, Limits limits) {
        ClosedSets search = new ClosedSets(List.copyOf(baskets), limits);
        for (int item = 0; item < baskets.size(); item++) {
            search.extend(new BitSet(), null, item);
        }
        return List.copyOf(search.found);
    }

    /** Adds one item to a closed set, and goes on from what that leads to. */
    private void extend(BitSet closed, @Nullable BitSet within, int item) {
        BitSet occurs = (BitSet) baskets.get(item).clone();
        if (within != null) {
            occurs.and(within);
        }
        if (found.size() >= limits.maxSets() || occurs.cardinality() < limits.minBaskets()) {
            return;
        }
        BitSet grown = closure(occurs);
        BitSet before = grown.get(0, item);
        boolean keepsPrefix = before.equals(closed.get(0, item));
        if (!keepsPrefix || grown.cardinality() > limits.maxItems()) {
            return;
        }
        if (grown.cardinality() >= 2) {
            found.add(new ClosedSet(grown.stream().boxed().toList(), occurs));
        }
        for (int next = grown.nextClearBit(item + 1); next < baskets.size(); next = grown.nextClearBit(next + 1)) {
            extend(grown, occurs, next);
        }
    }

    /** Every item that is in all these baskets. */
    private BitSet closure(BitSet occurs) {
        BitSet items = new BitSet();
        IntStream.range(0, baskets.size())
                .filter(item -> holdsAll(baskets.get(item), occurs))
                .forEach(items::set);
        return items;
    }

    private static boolean holdsAll(BitSet baskets, BitSet some) {
        BitSet lacking = (BitSet) some.clone();
        lacking.andNot(baskets);
        return lacking.isEmpty();
    }
}
