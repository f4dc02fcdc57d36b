package io.homeiq.replay.trigger;

import io.homeiq.replay.core.Core;
import io.homeiq.replay.home.HomeChange;
import io.homeiq.replay.loop.Timer;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Waits until an entity has been the same for some time; the first change that is not the same ends the waiting. */
final class SameState {

    private static final long NANOS_PER_MICRO = 1_000;

    private final Runnable then;
    private @Nullable Timer timer;
    private @Nullable Runnable unwatch;

    private SameState(Runnable then) {
        this.then = then;
    }

    /**
     * Waits from now on.
     *
     * @param isSame whether after a change it still is
     * @return ends it
     */
    static Runnable track(Core core, String entityId, Duration period, Predicate<HomeChange> isSame, Runnable then) {
        SameState same = new SameState(then);
        same.timer = core.loop().after(micros(period), same::lasted);
        same.unwatch = core.world().watch().watch(List.of(entityId), change -> {
            if (!isSame.test(change)) {
                same.end();
            }
        });
        return same::end;
    }

    static long micros(Duration period) {
        return period.getSeconds() * 1_000_000 + period.getNano() / NANOS_PER_MICRO;
    }

    private void lasted() {
        end();
        then.run();
    }

    private void end() {
        if (timer != null) {
            timer.cancel();
            timer = null;
        }
        if (unwatch != null) {
            unwatch.run();
            unwatch = null;
        }
    }
}
