package io.homeiq.app.bench.mining;

import io.homeiq.app.bench.Quantiles;
import io.homeiq.mining.Miner;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * How long each event takes that is mined as it comes: who did it, and what it brings to light of all kinds of habits.
 * All of it is done by one thread; parsing is not counted. The home is lived several times, each time by a miner that
 * knows nothing of it: what is sustained is the median of them, and the first tells what a Java takes that just began.
 */
final class LiveTrial implements Trial {

    static final String PER_SECOND = "per-second";
    static final String FIRST_PER_SECOND = "first-per-second";
    static final String P99_MILLIS = "p99-millis";
    static final String ACTS_P99_MILLIS = "acts-p99-millis";
    static final String LONGEST_MILLIS = "longest-millis";
    static final String ACTS = "acts";
    static final String FRESH = "fresh";

    private static final int LIVES = 5;
    private static final double MEDIAN = 0.5;

    @Override
    public Map<String, Double> of(MinedHome home) throws IOException {
        List<LiveTimes> lives = new ArrayList<>();
        for (int life = 0; life < LIVES; life++) {
            lives.add(once(home));
        }
        return Map.of(
                PER_SECOND,
                median(lives, LiveTimes::perSecond),
                FIRST_PER_SECOND,
                lives.getFirst().perSecond(),
                P99_MILLIS,
                median(lives, times -> times.all().at(LiveTimes.NEARLY_ALL)),
                ACTS_P99_MILLIS,
                median(lives, times -> times.acts().at(LiveTimes.NEARLY_ALL)),
                LONGEST_MILLIS,
                median(lives, times -> times.all().at(1)),
                ACTS,
                (double) lives.getLast().actCount(),
                FRESH,
                (double) lives.getLast().fresh());
    }

    private static LiveTimes once(MinedHome home) throws IOException {
        Miner miner = home.miner();
        LiveTimes times = new LiveTimes();
        home.read(event -> {
            long start = System.nanoTime();
            boolean act = miner.accept(event).act();
            int fresh = miner.fresh().size();
            times.note(System.nanoTime() - start, act, fresh);
        });
        return times;
    }

    private static double median(List<LiveTimes> lives, ToDoubleFunction<LiveTimes> figure) {
        return new Quantiles(lives.stream().mapToDouble(figure).toArray()).at(MEDIAN);
    }
}
