package io.homeiq.mining.timeline;

import io.homeiq.mining.memory.MemoryReader;
import io.homeiq.mining.memory.MemoryWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * When nothing was recorded although the home never is so silent: what could have happened then is no opportunity that
 * people passed by. Bounded: of very many the latest count.
 */
final class Silences {

    /** In milliseconds. */
    static final long LEAST_MILLIS = 3 * 3_600_000L;

    /** A home that tells something every few minutes is never silent for hours; one that tells less may be. */
    private static final double TALKATIVE_A_DAY = 480;

    private static final double DAY_MILLIS = 86_400_000;
    private static final int MOST = 1_000;

    private record Silence(long from, long until) {}

    private final List<Silence> silences = new ArrayList<>();
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;
    private long silent;
    private long events;

    /** Notes that something was recorded; in order of time, save what is a little late. */
    void note(long time) {
        events++;
        if (last != Long.MIN_VALUE && time - last >= LEAST_MILLIS) {
            add(new Silence(last, time));
        } else if (time < last) {
            shorten(time);
        }
        first = Math.min(first, time);
        last = Math.max(last, time);
    }

    private void add(Silence silence) {
        if (silences.size() == MOST) {
            silences.removeFirst();
        }
        silences.add(silence);
        silent += silence.until() - silence.from();
    }

    /** What came late may have ended the latest silence sooner. */
    private void shorten(long time) {
        if (!silences.isEmpty()) {
            Silence latest = silences.getLast();
            if (time > latest.from() && time < latest.until()) {
                silences.set(silences.size() - 1, new Silence(latest.from(), time));
                silent -= latest.until() - time;
            }
        }
    }

    /** Whether the recording was off at a time, as far as the home's own talk tells. */
    boolean isOff(long time) {
        for (Silence silence : silences) {
            if (time > silence.from() && time < silence.until()) {
                return isTalkative();
            }
        }
        return false;
    }

    private boolean isTalkative() {
        // Where silence is the rule, what is between tells nothing of how much the home talks.
        double days = Math.max(1, last - first - silent) / DAY_MILLIS;
        return 2 * silent < last - first && events >= TALKATIVE_A_DAY * days;
    }

    void write(MemoryWriter out) throws IOException {
        out.count(silences.size(), MOST);
        for (Silence silence : silences) {
            out.number(silence.from());
            out.number(silence.until());
        }
        out.number(first);
        out.number(last);
        out.number(silent);
        out.number(events);
    }

    static Silences read(MemoryReader in) throws IOException {
        Silences read = new Silences();
        int count = in.count(MOST);
        for (int i = 0; i < count; i++) {
            read.silences.add(new Silence(in.number(), in.number()));
        }
        read.first = in.number();
        read.last = in.number();
        read.silent = in.number();
        read.events = in.number();
        return read;
    }
}
