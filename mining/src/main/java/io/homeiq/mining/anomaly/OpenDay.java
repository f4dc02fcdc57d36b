package io.homeiq.mining.anomaly;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** What one contact did on one local day: when it was open, and each time that it was opened. */
final class OpenDay {

    /** More openings than these tell nothing more of the rhythm of a day. */
    static final int MAX_OPENINGS = 200;

    /**
     * One opening.
     *
     * @param time epoch milliseconds
     * @param slot of {@link DaySlots}
     * @param seconds how long it stayed open; 0 if nobody knows when it was closed
     */
    record Opening(long time, int slot, long seconds) {}

    private final BitSet open = new BitSet(DaySlots.COUNT);
    private final List<Opening> openings = new ArrayList<>();
    private long longest;

    void open(int slot) {
        open.set(slot);
    }

    void add(Opening opening) {
        if (openings.size() < MAX_OPENINGS) {
            openings.add(opening);
            longest = Math.max(longest, opening.seconds());
        }
    }

    /** An opening that was odd is no part of the rhythm; it is taken out with the slots that it alone held open. */
    boolean remove(long time) {
        Optional<Opening> odd =
                openings.stream().filter(opening -> opening.time() == time).findFirst();
        odd.ifPresent(opening -> {
            openings.remove(opening);
            longest = openings.stream().mapToLong(Opening::seconds).max().orElse(0);
            int slots = (int) Math.min(DaySlots.COUNT - 1, opening.seconds() / DaySlots.SECONDS + 1);
            for (int i = 0; i <= slots && opening.slot() + i < DaySlots.COUNT; i++) {
                open.clear(opening.slot() + i);
            }
        });
        return odd.isPresent();
    }

    boolean isOpen(int slot) {
        return open.get(slot);
    }

    BitSet slots() {
        return open;
    }

    /** How long it stayed open at most at one time, in seconds; 0 if it was not opened. */
    long longest() {
        return longest;
    }

    /** In order of time. */
    List<Opening> openings() {
        return openings;
    }
}
