package io.homeiq.replay.loop;

import java.time.Instant;
import java.time.ZoneId;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Rings at each time that an expression matches, until it is cancelled. */
public final class ClockPattern {

    private static final long MICROS_PER_SECOND = 1_000_000;

    private final Loop loop;
    private final NextMatch matches;
    private final Consumer<Instant> work;
    private @Nullable Timer timer;

    private ClockPattern(Loop loop, TimeExpression expression, ZoneId zone, Consumer<Instant> work) {
        this.loop = loop;
        this.matches = new NextMatch(expression, zone);
        this.work = work;
    }

    /**
     * Begins within the current second: a pattern that is set up within the very second that it matches rings at once.
     *
     * @param work is told what the clock shows
     */
    public static ClockPattern start(Loop loop, TimeExpression expression, ZoneId zone, Consumer<Instant> work) {
        ClockPattern pattern = new ClockPattern(loop, expression, zone, work);
        pattern.waitFrom(loop.clockMicros());
        return pattern;
    }

    private void waitFrom(long micros) {
        timer = loop.at(Loop.micros(matches.from(Loop.moment(micros))), this, this::ring);
    }

    private void ring() {
        long clock = loop.clockMicros();
        waitFrom(clock + MICROS_PER_SECOND);
        work.accept(Loop.moment(clock));
    }

    public void cancel() {
        if (timer != null) {
            timer.cancel();
        }
    }
}
