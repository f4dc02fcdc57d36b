package io.homeiq.mining.habit;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/** Acts that followed each other within seconds, in any order; most hold a single one. */
public final class Bursts {

    /** Whoever sets several things at once needs no longer from one to the next, in milliseconds. */
    static final long GAP_MILLIS = 5_000;

    /** From the first to the last, in milliseconds. */
    public static final long WHOLE_MILLIS = 15_000;

    private final List<Long> starts = new ArrayList<>();
    private final List<BitSet> byDeed;
    private final BitSet several = new BitSet();

    private Bursts(ActLog log) {
        byDeed = IntStream.range(0, log.deeds()).mapToObj(deed -> new BitSet()).toList();
        long last = Long.MIN_VALUE;
        for (int i = 0; i < log.size(); i++) {
            long time = log.timeAt(i);
            boolean begins = starts.isEmpty() || time - last > GAP_MILLIS || time - starts.getLast() > WHOLE_MILLIS;
            if (begins) {
                starts.add(time);
            } else {
                several.set(starts.size() - 1);
            }
            byDeed.get(log.deedAt(i)).set(starts.size() - 1);
            last = time;
        }
    }

    public static Bursts of(ActLog log) {
        return new Bursts(log);
    }

    public long startOf(int burst) {
        return starts.get(burst);
    }

    /** The bursts that hold a deed. */
    public BitSet with(int deed) {
        return byDeed.get(deed);
    }

    /** The bursts that hold at least half of the deeds. */
    public BitSet withMostOf(List<Integer> deeds) {
        BitSet most = new BitSet();
        deeds.forEach(deed -> most.or(byDeed.get(deed)));
        for (int burst = most.nextSetBit(0); burst >= 0; burst = most.nextSetBit(burst + 1)) {
            int number = burst;
            if (2 * deeds.stream().filter(deed -> byDeed.get(deed).get(number)).count() < deeds.size()) {
                most.clear(burst);
            }
        }
        return most;
    }

    /** The bursts of more than one act. */
    public BitSet several() {
        return several;
    }
}
