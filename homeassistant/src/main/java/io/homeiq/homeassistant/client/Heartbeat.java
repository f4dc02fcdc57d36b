package io.homeiq.homeassistant.client;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Asks a silent connection for a sign of life and ends it if none comes by the next beat. A cut line would otherwise look like a
 * quiet home. Anything that was heard counts, so that a busy connection is never asked. Only for the connection's own thread.
 */
final class Heartbeat {

    private final Vertx vertx;
    private final Duration interval;
    private final Supplier<Future<Void>> ping;
    private final Consumer<HomeAssistantException> dead;
    private @Nullable Long timer;
    private boolean heard;
    private boolean asked;

    Heartbeat(Vertx vertx, Duration interval, Supplier<Future<Void>> ping, Consumer<HomeAssistantException> dead) {
        this.vertx = vertx;
        this.interval = interval;
        this.ping = ping;
        this.dead = dead;
    }

    void start() {
        timer = vertx.setPeriodic(interval.toMillis(), beat -> beat());
    }

    void heard() {
        heard = true;
        asked = false;
    }

    private void beat() {
        if (asked) {
            dead.accept(new HomeAssistantException(
                    HomeAssistantException.Kind.TIMEOUT,
                    "Home Assistant has been silent for "
                            + interval.multipliedBy(2).toSeconds()
                            + " s and did not answer a ping; the connection is given up"));
        } else if (!heard) {
            asked = true;
            ping.get().onFailure(ignored -> {
                /* the next beat tells, or the connection has ended already */
            });
        }
        heard = false;
    }

    void stop() {
        if (timer != null) {
            vertx.cancelTimer(timer);
        }
    }
}
