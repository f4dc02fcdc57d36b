package io.homeiq.data.intake;

import io.homeiq.contracts.event.HistoryImported;
import io.homeiq.contracts.home.Sequenced;
import io.homeiq.homeassistant.live.FeedState;
import io.homeiq.service.event.Announcer;
import io.homeiq.store.history.Appended;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the bus when Home Assistant's past has come in, so that it is analysed: once at the end of the first reading if that brought anything, and later
 * when a reading brought what happened long ago. A gap of minutes is no past: its changes are announced one by one. Safe to use from every thread.
 */
public final class PastNews {

    private static final Logger LOG = LoggerFactory.getLogger(PastNews.class);

    private static final String SOURCE = "Home Assistant";

    /** What happened longer ago than this when it comes in is the past. */
    private static final Duration LONG_AGO = Duration.ofHours(1);

    /** The past of entities that turn up late comes in pieces. */
    private static final Duration QUIET = Duration.ofSeconds(5);

    /** What could not be told is told after this. */
    private static final Duration AGAIN = Duration.ofSeconds(30);

    private static final long NONE = -1;

    private final Vertx vertx;
    private final Announcer announcer;
    private final InstantSource clock;
    private Gain gain = Gain.NOTHING;
    private boolean first;
    private boolean following;
    private long timer = NONE;

    public PastNews(Vertx vertx, Announcer announcer, InstantSource clock) {
        this.vertx = vertx;
        this.announcer = announcer;
        this.clock = clock;
    }

    /**
     * What came in and is not told yet.
     *
     * @param start time of the earliest new event; null if there is none
     * @param end time of the latest new event; null if there is none
     */
    private record Gain(
            long added,
            long duplicates,
            @Nullable Instant start,
            @Nullable Instant end,
            long lastSeq) {

        static final Gain NOTHING = new Gain(0, 0, null, null, 0);

        static Gain of(Appended appended) {
            Gain gain = new Gain(0, appended.duplicates(), null, null, appended.lastSeq());
            for (Sequenced event : appended.added()) {
                Instant time = event.event().time();
                gain = gain.plus(new Gain(1, 0, time, time, event.seq()));
            }
            return gain;
        }

        Gain plus(Gain more) {
            return new Gain(
                    added + more.added,
                    duplicates + more.duplicates,
                    start == null || more.start != null && more.start.isBefore(start) ? more.start : start,
                    end == null || more.end != null && more.end.isAfter(end) ? more.end : end,
                    Math.max(lastSeq, more.lastSeq));
        }

        boolean reachesBackTo(Instant time) {
            return start != null && start.isBefore(time);
        }
    }

    /**
     * Called before anything is read.
     *
     * @param nothingKnown whether the log is empty, so that whatever comes in is the first past of this home
     */
    public synchronized void begin(boolean nothingKnown) {
        first = nothingKnown;
    }

    /** Something that was read from the recorder is in the log now. */
    synchronized void cameIn(Appended appended) {
        gain = gain.plus(Gain.of(appended));
        if (following) {
            tellIn(QUIET);
        }
    }

    /** How it stands with the connection. */
    synchronized void connection(FeedState state) {
        following = state instanceof FeedState.Following;
        if (following) {
            tell();
            first = false;
        }
    }

    private void tellIn(Duration pause) {
        vertx.cancelTimer(timer);
        timer = vertx.setTimer(pause.toMillis(), due -> tell());
    }

    private synchronized void tell() {
        Gain now = gain;
        gain = Gain.NOTHING;
        boolean isPast = now.reachesBackTo(clock.instant().minus(LONG_AGO));
        if (now.added == 0 || !first && !isPast) {
            return;
        }
        HistoryImported news =
                new HistoryImported(SOURCE, now.added, now.duplicates, 0, now.start, now.end, now.lastSeq);
        announcer
                .write(connection -> announcer.announce(connection, news))
                .onSuccess(told -> LOG.info("{}: {} events of the past are in the history", SOURCE, news.added()))
                .onFailure(failure -> {
                    LOG.warn("that the past came in is told later: {}", failure.getMessage());
                    keep(now);
                });
    }

    private synchronized void keep(Gain untold) {
        gain = untold.plus(gain);
        if (timer != NONE || following) {
            tellIn(AGAIN);
        }
    }

    /** Tells nothing more. */
    public synchronized void close() {
        vertx.cancelTimer(timer);
        following = false;
        timer = NONE;
    }
}
