package io.homeiq.app.bench.mining;

import io.homeiq.app.bench.Quantiles;
import io.homeiq.mining.Miner;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;

/**
 * How long each event takes that is mined as it comes: who did it, and what it brings to light of all kinds of habits.
 * All of it is done by one thread; parsing is not counted.
 */
final class LiveTrial implements Trial {

    static final String PER_SECOND = "per-second";
    static final String P99_MILLIS = "p99-millis";
    static final String ACTS_P99_MILLIS = "acts-p99-millis";
    static final String LONGEST_MILLIS = "longest-millis";
    static final String ACTS = "acts";
    static final String FRESH = "fresh";

    private static final double NEARLY_ALL = 0.99;

    private float[] millis = new float[1 << 16];
    private float[] actMillis = new float[1 << 12];
    private int events;
    private int acts;
    private long nanos;
    private int fresh;

    @Override
    public Map<String, Double> of(MinedHome home) throws IOException {
        Miner miner = home.miner();
        home.read(event -> {
            long start = System.nanoTime();
            boolean act = miner.accept(event).act();
            fresh += miner.fresh().size();
            note(System.nanoTime() - start, act);
        });
        Quantiles all = quantiles(millis, events);
        return Map.of(
                PER_SECOND,
                events / (nanos / 1e9),
                P99_MILLIS,
                all.at(NEARLY_ALL),
                ACTS_P99_MILLIS,
                quantiles(actMillis, acts).at(NEARLY_ALL),
                LONGEST_MILLIS,
                all.at(1),
                ACTS,
                (double) acts,
                FRESH,
                (double) fresh);
    }

    private void note(long taken, boolean act) {
        nanos += taken;
        millis = events < millis.length ? millis : Arrays.copyOf(millis, 2 * events);
        millis[events++] = taken / 1e6f;
        if (act) {
            actMillis = acts < actMillis.length ? actMillis : Arrays.copyOf(actMillis, 2 * acts);
            actMillis[acts++] = taken / 1e6f;
        }
    }

    private static Quantiles quantiles(float[] values, int count) {
        double[] all = new double[count];
        for (int i = 0; i < count; i++) {
            all[i] = values[i];
        }
        return new Quantiles(all);
    }
}
