package io.homeiq.mining.timeline;

import io.homeiq.mining.memory.MemoryReader;
import io.homeiq.mining.memory.MemoryWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * On which days the home was recorded and lived in. A day without any act of a person, such as one of a holiday away, is
 * no opportunity for a habit, and does not count against one.
 */
public final class RecordedDays {

    /** Twenty years; a clock that jumps further is a fault of the source. */
    public static final int MAX_DAYS = 7_305;

    /** So few days at the beginning may come from a clock that was not set yet. */
    private static final int DOUBTFUL_DAYS = 2;

    /** Of 64 days each. */
    private static final int MAX_WORDS = 2 * MAX_DAYS / Long.SIZE + 1;

    private final BitSet recorded = new BitSet();
    private final BitSet lived = new BitSet();
    private final BitSet unlived = new BitSet();
    private Silences silences = new Silences();
    private int origin = Integer.MIN_VALUE;
    private int firstDay = Integer.MAX_VALUE;
    private int lastDay = Integer.MIN_VALUE;
    private long firstTime = Long.MAX_VALUE;
    private long lastTime = Long.MIN_VALUE;
    private long accepted;
    private long refused;

    /**
     * Notes that something happened; false if the day is too far from the others to be believed. Where it is the first
     * few days that are far from all that follows, they are forgotten.
     */
    public boolean note(int day, long time, boolean act) {
        if (origin == Integer.MIN_VALUE) {
            origin = day - MAX_DAYS;
        }
        if (isFar(day) && day > lastDay && recorded.cardinality() <= DOUBTFUL_DAYS) {
            beginAnew(day);
        }
        if (isFar(day)) {
            refused++;
            return false;
        }
        int index = day - origin;
        accepted++;
        recorded.set(index);
        firstDay = Math.min(firstDay, day);
        lastDay = Math.max(lastDay, day);
        firstTime = Math.min(firstTime, time);
        lastTime = Math.max(lastTime, time);
        silences.note(time);
        if (act) {
            lived.set(index);
        }
        return true;
    }

    private boolean isFar(int day) {
        return day < origin || day - origin > 2 * MAX_DAYS;
    }

    private void beginAnew(int day) {
        refused += accepted;
        accepted = 0;
        recorded.clear();
        lived.clear();
        unlived.clear();
        origin = day - MAX_DAYS;
        firstDay = Integer.MAX_VALUE;
        lastDay = Integer.MIN_VALUE;
        firstTime = Long.MAX_VALUE;
        lastTime = Long.MIN_VALUE;
        silences = new Silences();
    }

    /** How many changes were told of days too far from the others. */
    public long refused() {
        return refused;
    }

    /** Stretches of so many days at least within the recording of which nothing is known, in order. */
    public List<DayRange> gaps(int leastDays) {
        List<DayRange> gaps = new ArrayList<>();
        int from = recorded.nextSetBit(0);
        while (from >= 0) {
            int end = recorded.nextClearBit(from);
            int next = recorded.nextSetBit(end);
            if (next - end >= leastDays) {
                gaps.add(new DayRange(origin + end, origin + next - 1));
            }
            from = next;
        }
        return gaps;
    }

    /** The first part of the recording: so large a share of the days on which anything was recorded, rounded down. */
    public DayRange firstShare(double share) {
        int days = (int) Math.floor(recorded.cardinality() * share);
        int index = -1;
        for (int i = 0; i < days; i++) {
            index = recorded.nextSetBit(index + 1);
        }
        return new DayRange(firstDay, index < 0 ? firstDay - 1 : origin + index);
    }

    public boolean isEmpty() {
        return lastDay < firstDay;
    }

    /** Whether any person did anything on the day. */
    public boolean isLived(int day) {
        int index = day - origin;
        return index >= 0 && lived.get(index) && !unlived.get(index);
    }

    /**
     * These days, and no others, are none of the household's, whatever was done on them.
     *
     * @return the first day of which that is news; {@link Integer#MAX_VALUE} if of none
     */
    int setUnlived(IntStream days) {
        BitSet before = (BitSet) unlived.clone();
        unlived.clear();
        days.map(day -> day - origin).filter(index -> index >= 0).forEach(unlived::set);
        before.xor(unlived);
        return before.isEmpty() ? Integer.MAX_VALUE : origin + before.nextSetBit(0);
    }

    /** How many days of the range were lived in. */
    public int livedIn(DayRange range) {
        int count = 0;
        for (int day = range.first(); day <= range.last(); day++) {
            count += isLived(day) ? 1 : 0;
        }
        return count;
    }

    /** Whether the recording had begun and not yet ended at a time, and was not off then. */
    public boolean covers(long time) {
        return time >= firstTime && time <= lastTime && !silences.isOff(time);
    }

    /** From the first to the last recorded day. */
    public DayRange all() {
        return new DayRange(firstDay, lastDay);
    }

    public long firstTime() {
        return firstTime;
    }

    public long lastTime() {
        return lastTime;
    }

    void write(MemoryWriter out) throws IOException {
        write(recorded, out);
        write(lived, out);
        write(unlived, out);
        silences.write(out);
        out.number(origin);
        out.number(firstDay);
        out.number(lastDay);
        out.number(firstTime);
        out.number(lastTime);
        out.number(accepted);
        out.number(refused);
    }

    private static void write(BitSet days, MemoryWriter out) throws IOException {
        long[] words = days.toLongArray();
        out.count(words.length, MAX_WORDS);
        for (long word : words) {
            out.number(word);
        }
    }

    /** Takes over what was written, into fresh ones. */
    void read(MemoryReader in) throws IOException {
        recorded.or(days(in));
        lived.or(days(in));
        unlived.or(days(in));
        silences = Silences.read(in);
        origin = in.integer();
        firstDay = in.integer();
        lastDay = in.integer();
        firstTime = in.number();
        lastTime = in.number();
        accepted = in.number();
        refused = in.number();
    }

    private static BitSet days(MemoryReader in) throws IOException {
        long[] words = new long[in.count(MAX_WORDS)];
        for (int i = 0; i < words.length; i++) {
            words[i] = in.number();
        }
        return BitSet.valueOf(words);
    }
}
