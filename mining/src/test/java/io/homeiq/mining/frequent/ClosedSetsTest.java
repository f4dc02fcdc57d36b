package io.homeiq.mining.frequent;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.mining.frequent.ClosedSets.ClosedSet;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClosedSetsTest {

    private static final int ITEMS = 8;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void findsEachClosedSetOnceAndNoOther(long seed) {
        // Given random baskets
        SplittableRandom random = new SplittableRandom(seed);
        List<BitSet> baskets = IntStream.range(0, ITEMS)
                .mapToObj(item -> {
                    BitSet in = new BitSet();
                    IntStream.range(0, 30)
                            .filter(basket -> random.nextInt(10) < 6)
                            .forEach(in::set);
                    return in;
                })
                .toList();

        // When
        List<List<Integer>> found = ClosedSets.find(baskets, new ClosedSets.Limits(4, ITEMS, 10_000)).stream()
                .map(ClosedSet::items)
                .toList();

        // Then
        assertThat(found)
                .as("seed %d", seed)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(byTryingAll(baskets, 4));
    }

    @Test
    void aSetThatIsTooLargeIsLeftOutAndTheSearchEndsAtItsBound() {
        // Given ten items that are always together, and others that are not
        BitSet all = new BitSet();
        all.set(0, 20);
        List<BitSet> baskets = new ArrayList<>(List.of(all, all, all, all));

        // When
        List<ClosedSet> tooLarge = ClosedSets.find(baskets, new ClosedSets.Limits(2, 3, 100));
        List<ClosedSet> within = ClosedSets.find(baskets, new ClosedSets.Limits(2, 4, 1));

        // Then
        assertThat(tooLarge).isEmpty();
        assertThat(within)
                .singleElement()
                .satisfies(set -> assertThat(set.items()).containsExactly(0, 1, 2, 3));
    }

    /** Of every subset of the items whether it is closed and frequent. */
    private static Set<List<Integer>> byTryingAll(List<BitSet> baskets, int least) {
        Set<List<Integer>> closed = new HashSet<>();
        for (int mask = 1; mask < 1 << ITEMS; mask++) {
            int subset = mask;
            List<Integer> items = IntStream.range(0, ITEMS)
                    .filter(item -> (subset >> item & 1) == 1)
                    .boxed()
                    .toList();
            BitSet common = common(baskets, items);
            boolean grows = IntStream.range(0, ITEMS)
                    .filter(item -> !items.contains(item))
                    .anyMatch(item -> {
                        BitSet rest = (BitSet) common.clone();
                        rest.andNot(baskets.get(item));
                        return rest.isEmpty();
                    });
            if (items.size() > 1 && common.cardinality() >= least && !grows) {
                closed.add(items);
            }
        }
        return closed;
    }

    private static BitSet common(List<BitSet> baskets, List<Integer> items) {
        BitSet common = (BitSet) baskets.get(items.getFirst()).clone();
        items.forEach(item -> common.and(baskets.get(item)));
        return common;
    }
}
