package io.homeiq.app.bench.mining;

import io.homeiq.app.bench.Quantiles;
import java.util.Arrays;

/** What each event of a home took that was mined as it came. Four bytes an event. */
final class LiveTimes {

    static final double NEARLY_ALL = 0.99;

    private float[] millis = new float[1 << 16];
    private float[] actMillis = new float[1 << 12];
    private int events;
    private int acts;
    private long nanos;
    private int fresh;

    /**
     * One event more.
     *
     * @param taken nanoseconds
     * @param act whether a person did it
     * @param found what it brought to light
     */
    void note(long taken, boolean act, int found) {
        nanos += taken;
        fresh += found;
        millis = events < millis.length ? millis : Arrays.copyOf(millis, 2 * events);
        millis[events++] = taken / 1e6f;
        if (act) {
            actMillis = acts < actMillis.length ? actMillis : Arrays.copyOf(actMillis, 2 * acts);
            actMillis[acts++] = taken / 1e6f;
        }
    }

    double perSecond() {
        return events / (nanos / 1e9);
    }

    /** Milliseconds. */
    Quantiles all() {
        return quantiles(millis, events);
    }

    /** Milliseconds, of what people did. */
    Quantiles acts() {
        return quantiles(actMillis, acts);
    }

    int actCount() {
        return acts;
    }

    int fresh() {
        return fresh;
    }

    private static Quantiles quantiles(float[] values, int count) {
        double[] all = new double[count];
        for (int i = 0; i < count; i++) {
            all[i] = values[i];
        }
        return new Quantiles(all);
    }
}
