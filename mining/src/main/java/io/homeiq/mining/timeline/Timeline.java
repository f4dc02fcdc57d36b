package io.homeiq.mining.timeline;

import io.homeiq.mining.memory.MemoryReader;
import io.homeiq.mining.memory.MemoryWriter;
import java.io.IOException;
import java.util.Arrays;

/**
 * The states that one entity took, in order of time, each with who set it. Bounded: the oldest are
 * dropped when it is full. Times are epoch milliseconds; states are codes of {@link StateNames}.
 */
public final class Timeline {

    /** About 270 changes a day over two months; what changes more often than that is no trigger that people act on. */
    public static final int MAX_CHANGES = 16_384;

    /** No level goes with the state, or the source did not tell it. */
    public static final byte NO_LEVEL = -1;

    /** Three days. */
    private static final long LEAST_SPAN_MILLIS = 3 * 86_400_000L;

    private static final int INITIAL_CAPACITY = 16;

    /** The largest level with the last doer, as both are written in one number. */
    private static final int MAX_SETTING = (Byte.MAX_VALUE - NO_LEVEL) * Doer.COUNT + Doer.COUNT - 1;

    private long[] times = new long[INITIAL_CAPACITY];
    private short[] states = new short[INITIAL_CAPACITY];
    private byte[] levels = new byte[INITIAL_CAPACITY];
    private byte[] doers = new byte[INITIAL_CAPACITY];
    private int size;
    private boolean overflowed;

    /** Notes a change by a person without an account, or by nobody. */
    public void add(long time, short state, byte level, boolean act) {
        add(time, state, level, act ? Doer.SOMEBODY : Doer.NOBODY);
    }

    /**
     * Notes a change. One that is late is put where it belongs; the same time and state again change nothing.
     *
     * @param level 0 to 100, or {@link #NO_LEVEL}
     */
    public void add(long time, short state, byte level, Doer doer) {
        makeRoom();
        int index = size;
        while (index > 0 && times[index - 1] > time) {
            index--;
        }
        for (int i = index; i > 0 && times[i - 1] == time; i--) {
            if (states[i - 1] == state) {
                return;
            }
        }
        shiftFrom(index);
        times[index] = time;
        states[index] = state;
        levels[index] = level;
        doers[index] = doer.code();
        size++;
    }

    private void makeRoom() {
        if (size < times.length) {
            return;
        }
        if (size < MAX_CHANGES) {
            int capacity = Math.min(MAX_CHANGES, size * 2);
            times = Arrays.copyOf(times, capacity);
            states = Arrays.copyOf(states, capacity);
            levels = Arrays.copyOf(levels, capacity);
            doers = Arrays.copyOf(doers, capacity);
            return;
        }
        // Half at once, so that a full timeline costs a copy only every few thousand changes.
        int kept = size / 2;
        int dropped = size - kept;
        System.arraycopy(times, dropped, times, 0, kept);
        System.arraycopy(states, dropped, states, 0, kept);
        System.arraycopy(levels, dropped, levels, 0, kept);
        System.arraycopy(doers, dropped, doers, 0, kept);
        size = kept;
        overflowed = true;
    }

    private void shiftFrom(int index) {
        int moved = size - index;
        System.arraycopy(times, index, times, index + 1, moved);
        System.arraycopy(states, index, states, index + 1, moved);
        System.arraycopy(levels, index, levels, index + 1, moved);
        System.arraycopy(doers, index, doers, index + 1, moved);
    }

    public int size() {
        return size;
    }

    /** Whether changes were dropped, so that the earliest here is not the earliest there was. */
    public boolean hasOverflowed() {
        return overflowed;
    }

    /** Whether it changes so often that a full timeline reaches back for some days only: no doing of people. */
    public boolean isTooBusy() {
        return overflowed && times[size - 1] - times[0] < LEAST_SPAN_MILLIS;
    }

    public long timeAt(int index) {
        return times[index];
    }

    public short stateAt(int index) {
        return states[index];
    }

    public byte levelAt(int index) {
        return levels[index];
    }

    /** Whether a person's hand set it, as far as is known now. */
    public boolean isActAt(int index) {
        return doerAt(index).isPerson();
    }

    public Doer doerAt(int index) {
        return Doer.of(doers[index]);
    }

    /**
     * Behaviour shows whether a machine is behind a change of which it may tell; others stay as they are.
     *
     * @return whether that is news
     */
    public boolean judge(int index, boolean machine) {
        byte judged = (machine ? Doer.MACHINE : Doer.SOMEBODY).code();
        if (!doerAt(index).isOpen() || doers[index] == judged) {
            return false;
        }
        doers[index] = judged;
        return true;
    }

    /** The first change at or after a time; {@link #size()} if there is none. */
    public int firstAtOrAfter(long time) {
        return between(0, size, time);
    }

    /** The first at or after a time where it lies from one position up to another, both included. */
    private int between(int from, int until, long time) {
        int low = from;
        int high = until;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (times[middle] < time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /**
     * The same where it is known to lie at a position or after it: near to it, it is found at once. For whoever asks of
     * times that rise.
     */
    public int firstAtOrAfter(int from, long time) {
        int low = from;
        int step = 1;
        while (low + step <= size && times[low + step - 1] < time) {
            low += step;
            step *= 2;
        }
        return between(low, Math.min(size, low + step), time);
    }

    /** The state that held just before a time; {@link StateNames#ABSENT} before the first change. */
    public short stateBefore(long time) {
        int next = firstAtOrAfter(time);
        return next == 0 ? StateNames.ABSENT : states[next - 1];
    }

    /** The first change in [from, to] by which a person set the state; −1 if there is none. */
    public int firstAct(short state, long from, long to) {
        return firstAct(firstAtOrAfter(from), state, to);
    }

    /** The same from a position on, for whoever knows it already. */
    public int firstAct(int from, short state, long to) {
        for (int i = from; i < size && times[i] <= to; i++) {
            if (states[i] == state && isActAt(i)) {
                return i;
            }
        }
        return -1;
    }

    /** As {@link #read} reads it. */
    void write(MemoryWriter out) throws IOException {
        out.count(size, MAX_CHANGES);
        out.flag(overflowed);
        long before = 0;
        for (int i = 0; i < size; i++) {
            out.number(times[i] - before);
            out.count(states[i], StateNames.MAX_NAMES);
            out.count((levels[i] - NO_LEVEL) * Doer.COUNT + doers[i], MAX_SETTING);
            before = times[i];
        }
    }

    /** @param names how many states there are */
    static Timeline read(MemoryReader in, int names) throws IOException {
        Timeline timeline = new Timeline();
        int size = in.count(MAX_CHANGES);
        timeline.overflowed = in.flag();
        int capacity = Math.max(size, INITIAL_CAPACITY);
        timeline.times = new long[capacity];
        timeline.states = new short[capacity];
        timeline.levels = new byte[capacity];
        timeline.doers = new byte[capacity];
        long before = 0;
        for (int i = 0; i < size; i++) {
            long time = before + in.number();
            if (i > 0 && time < before) {
                throw MemoryReader.broken("a timeline that goes back");
            }
            timeline.times[i] = time;
            timeline.states[i] = (short) in.count(names - 1);
            int setting = in.count(MAX_SETTING);
            timeline.levels[i] = (byte) (setting / Doer.COUNT + NO_LEVEL);
            timeline.doers[i] = (byte) (setting % Doer.COUNT);
            before = time;
        }
        timeline.size = size;
        if (timeline.overflowed && size == 0) {
            throw MemoryReader.broken("a full timeline without a change");
        }
        return timeline;
    }
}
