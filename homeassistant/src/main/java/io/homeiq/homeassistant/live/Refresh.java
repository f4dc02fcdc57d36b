package io.homeiq.homeassistant.live;

import io.homeiq.homeassistant.client.HomeAssistantException;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does something once after a burst of wishes for it: when it has been quiet for a while, but not much later than that even if it never
 * is. One that fails is done again later. Only for the feed's own context.
 */
final class Refresh {

    private static final Logger LOG = LoggerFactory.getLogger(Refresh.class);

    /** A burst is cut after so many quiet times. */
    private static final int LONGEST_BURST = 10;

    private static final Duration RETRY = Duration.ofSeconds(30);

    private final Vertx vertx;
    private final Duration quiet;
    private final String name;
    private final Supplier<Future<Void>> work;
    private @Nullable Long timer;
    private int postponed;
    private boolean running;
    private boolean wanted;
    private boolean stopped;

    Refresh(Vertx vertx, Duration quiet, String name, Supplier<Future<Void>> work) {
        this.vertx = vertx;
        this.quiet = quiet;
        this.name = name;
        this.work = work;
    }

    void want() {
        if (running) {
            wanted = true;
        } else if (timer == null) {
            startTimer(quiet);
        } else if (postponed < LONGEST_BURST) {
            postponed++;
            vertx.cancelTimer(timer);
            startTimer(quiet);
        }
    }

    private void startTimer(Duration delay) {
        if (!stopped) {
            timer = vertx.setTimer(delay.toMillis(), due -> run());
        }
    }

    private void run() {
        timer = null;
        postponed = 0;
        running = true;
        wanted = false;
        work.get().onComplete(done -> {
            running = false;
            if (isOver(done.cause())) {
                stop();
            } else if (done.failed() && !stopped) {
                LOG.warn(
                        "Could not refresh {}, trying again in {} s: {}",
                        name,
                        RETRY.toSeconds(),
                        done.cause().getMessage());
                startTimer(RETRY);
            } else if (wanted) {
                startTimer(quiet);
            }
        });
    }

    /** The next connection reads everything anyway. */
    private static boolean isOver(@Nullable Throwable fault) {
        return fault instanceof HomeAssistantException known && known.kind() == HomeAssistantException.Kind.CLOSED;
    }

    void stop() {
        stopped = true;
        if (timer != null) {
            vertx.cancelTimer(timer);
        }
    }
}
