package io.homeiq.mining.timeline;

import io.homeiq.mining.memory.MemoryReader;
import io.homeiq.mining.memory.MemoryWriter;
import java.io.IOException;
import java.util.Arrays;

/**
 * The numbers that one sensor told, in order of time. Of several within ten seconds the last is kept. A full series
 * gives up its smallest steps and keeps the larger ones with their time, so it spans the same days with less detail. What
 * it holds follows from the readings and not from the order in which they come, but for those smallest steps.
 */
public final class NumberSeries {

    /** A reading every two and a half minutes over two months; eight bytes each. */
    public static final int MAX_POINTS = 32_768;

    /** Of readings within one such span, in seconds, the last is kept. */
    private static final int SLOT_SECONDS = 10;

    /** Points this close to the newest, in seconds, stay as they are, since late ones may still come between them. */
    private static final int LATE_SECONDS = 120;

    /** The first step that is given up, as a part of the whole range. */
    private static final float FINEST = 1f / 256;

    private static final int INITIAL_CAPACITY = 32;

    /** 2000-01-01: seconds since then fit an int until 2068. */
    private static final long ORIGIN_SECONDS = 946_684_800;

    private int[] times = new int[INITIAL_CAPACITY];
    private float[] values = new float[INITIAL_CAPACITY];
    private int size;

    /**
     * Notes a reading.
     *
     * @param millis since 1970
     * @param value not a number: the sensor cannot be reached
     */
    public void add(long millis, float value) {
        // The next whole second, not the last: what an act brings about is told after it, and must not seem to precede
        // it.
        int time = secondsFrom(millis);
        int index = size;
        while (index > 0 && times[index - 1] > time) {
            index--;
        }
        if (index > 0 && isSameSlot(times[index - 1], time)) {
            times[index - 1] = time;
            values[index - 1] = value;
        } else if (index == size || !isSameSlot(times[index], time)) {
            insert(index, time, value);
        }
    }

    /** The first whole second at or after a time. */
    private static int secondsFrom(long millis) {
        return Math.toIntExact(Math.clamp(
                Math.ceilDiv(millis, 1000) - ORIGIN_SECONDS, (long) Integer.MIN_VALUE, (long) Integer.MAX_VALUE));
    }

    private static boolean isSameSlot(int one, int other) {
        return Math.floorDiv(one, SLOT_SECONDS) == Math.floorDiv(other, SLOT_SECONDS);
    }

    private void insert(int index, int time, float value) {
        if (size == times.length) {
            int capacity = Math.min(MAX_POINTS, size * 2);
            times = Arrays.copyOf(times, capacity);
            values = Arrays.copyOf(values, capacity);
        }
        System.arraycopy(times, index, times, index + 1, size - index);
        System.arraycopy(values, index, values, index + 1, size - index);
        times[index] = time;
        values[index] = value;
        size++;
        if (size == MAX_POINTS) {
            thinOut();
        }
    }

    /** Gives up small steps, then larger ones, until half of the room is free. */
    private void thinOut() {
        float least = Float.MAX_VALUE;
        float most = -Float.MAX_VALUE;
        for (int i = 0; i < size; i++) {
            least = Float.isNaN(values[i]) ? least : Math.min(least, values[i]);
            most = Float.isNaN(values[i]) ? most : Math.max(most, values[i]);
        }
        float step = Math.max(Float.MIN_NORMAL, (most - least) * FINEST);
        while (size > MAX_POINTS / 2) {
            if (step > most - least) {
                dropOldest(size - MAX_POINTS / 2);
            } else {
                dropSteps(step);
                step *= 2;
            }
        }
    }

    private void dropSteps(float step) {
        int settled = times[size - 1] - LATE_SECONDS;
        int kept = 1;
        for (int i = 1; i < size; i++) {
            // What cannot be reached is no number, and is kept since no difference to it is small.
            boolean small = Math.abs(values[i] - values[kept - 1]) < step;
            if (!small || times[i] > settled) {
                times[kept] = times[i];
                values[kept] = values[i];
                kept++;
            }
        }
        size = kept;
    }

    private void dropOldest(int count) {
        System.arraycopy(times, count, times, 0, size - count);
        System.arraycopy(values, count, values, 0, size - count);
        size -= count;
    }

    public int size() {
        return size;
    }

    /** Epoch milliseconds, of the first whole second at or after the reading. */
    public long timeAt(int index) {
        return (times[index] + ORIGIN_SECONDS) * 1000;
    }

    /** Not a number where the sensor could not be reached. */
    public float valueAt(int index) {
        return values[index];
    }

    /** The first reading at or after a time; {@link #size()} if there is none. */
    public int firstAtOrAfter(long millis) {
        int time = secondsFrom(millis);
        if (size == 0 || times[size - 1] < time) {
            return size;
        }
        if (times[0] >= time) {
            return 0;
        }
        // Most sensors tell at even times, so the place is found near where it would be if all were even.
        long range = (long) times[size - 1] - times[0];
        int guess = (int) (((long) time - times[0]) * (size - 1) / range);
        int reach = 1;
        if (times[guess] < time) {
            while (guess + reach < size && times[guess + reach] < time) {
                reach *= 2;
            }
            return between(guess + reach / 2 + 1, Math.min(size, guess + reach), time);
        }
        while (guess - reach >= 0 && times[guess - reach] >= time) {
            reach *= 2;
        }
        return between(Math.max(0, guess - reach + 1), guess - reach / 2, time);
    }

    /** The same where it is known to lie at a position or after it: near to it, it is found at once. */
    public int firstAtOrAfter(int from, long millis) {
        int time = secondsFrom(millis);
        int low = from;
        int step = 1;
        while (low + step <= size && times[low + step - 1] < time) {
            low += step;
            step *= 2;
        }
        return between(low, Math.min(size, low + step), time);
    }

    /** The same where it is known to lie from one position up to another, both included. */
    private int between(int from, int until, int time) {
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

    /** The number that held just before a time; not a number before the first reading. */
    public float valueBefore(long millis) {
        int next = firstAtOrAfter(millis);
        return next == 0 ? Float.NaN : values[next - 1];
    }

    /** As {@link #read} reads it. */
    void write(MemoryWriter out) throws IOException {
        out.count(size, MAX_POINTS - 1);
        long before = 0;
        for (int i = 0; i < size; i++) {
            out.number(times[i] - before);
            out.real(values[i]);
            before = times[i];
        }
    }

    static NumberSeries read(MemoryReader in) throws IOException {
        NumberSeries series = new NumberSeries();
        int size = in.count(MAX_POINTS - 1);
        int capacity = Math.max(size, INITIAL_CAPACITY);
        series.times = new int[capacity];
        series.values = new float[capacity];
        long before = 0;
        for (int i = 0; i < size; i++) {
            long time = before + in.number();
            if (time != (int) time || i > 0 && time < before) {
                throw MemoryReader.broken("a series that goes back, or too far");
            }
            series.times[i] = (int) time;
            series.values[i] = in.real();
            before = time;
        }
        series.size = size;
        return series;
    }
}
