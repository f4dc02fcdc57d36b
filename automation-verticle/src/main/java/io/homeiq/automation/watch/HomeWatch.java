package io.homeiq.automation.watch;

import io.homeiq.automation.history.HomeHistory;
import io.homeiq.contracts.event.AutomationOverridden;
import io.homeiq.contracts.pattern.Evidence;
import io.homeiq.contracts.suggestion.Suggestion;
import io.homeiq.contracts.suggestion.SuggestionId;
import io.homeiq.service.OneAtATime;
import io.homeiq.service.Worker;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps up with the history of the home. It remembers nothing beyond the process: after a restart, and when other things are to be followed, it reads
 * again from where the oldest trial began, so that it says the same. While nothing is to be followed it reads nothing. Safe to use from every thread.
 */
public final class HomeWatch {

    private static final Logger LOG = LoggerFactory.getLogger(HomeWatch.class);

    /** What was undone while this service was away for less than this is noticed all the same. */
    private static final Duration AT_LEAST = Duration.ofDays(2);

    /** How things stood when a trial began is known from the time before it. */
    private static final Duration BEFORE_A_TRIAL = Duration.ofDays(1);

    private static final Duration AT_MOST = Duration.ofDays(60);

    private final HomeHistory history;
    private final Worker worker;
    private final InstantSource clock;
    private final Supplier<Future<Watched>> wanted;
    private final Notices notices;
    private final OneAtATime queue = new OneAtATime();
    private final AtomicBoolean waiting = new AtomicBoolean();
    private final AtomicBoolean outdated = new AtomicBoolean(true);
    private volatile @Nullable Following following;

    /** Hears what was noticed; each piece is dealt with before the next is read. What fails is noticed again after a restart. */
    public interface Notices {

        /** People undid these; some of them may have been told before. */
        Future<Void> undone(List<AutomationOverridden> overrides);

        /** These automations are not available now, by id, since when; all others are. */
        Future<Void> unavailable(Map<String, Instant> automations);
    }

    /**
     * A watch that reads nothing before it is told to.
     *
     * @param worker one thread, on which all is heard
     * @param wanted what is to be followed now
     */
    public HomeWatch(
            HomeHistory history,
            Worker worker,
            InstantSource clock,
            Supplier<Future<Watched>> wanted,
            Notices notices) {
        this.history = history;
        this.worker = worker;
        this.clock = clock;
        this.wanted = wanted;
        this.notices = notices;
    }

    /** Something else is to be followed from now on. */
    public void refresh() {
        outdated.set(true);
        catchUp();
    }

    /** There may be something new. Many calls in a row are one; fails if the history cannot be read, and is then to be called again. */
    public Future<Void> catchUp() {
        return waiting.compareAndSet(false, true)
                ? queue.run(this::readNew)
                        .onFailure(failure -> LOG.debug("the history cannot be followed now: {}", failure.getMessage()))
                : Future.succeededFuture();
    }

    private Future<Void> readNew() {
        waiting.set(false);
        Following current = following;
        if (current == null || outdated.getAndSet(false)) {
            return again().onFailure(failure -> outdated.set(true));
        }
        return history.after(current.seq(), events -> hear(current, events)).compose(read -> tell(current));
    }

    private Future<Void> again() {
        return wanted.get().compose(watched -> {
            Following fresh = new Following(watched);
            if (watched.isNothing()) {
                following = null;
                outdated.set(false);
                return notices.unavailable(Map.of());
            }
            return history.since(start(watched), events -> hear(fresh, events)).compose(read -> {
                following = fresh;
                return tell(fresh);
            });
        });
    }

    private Instant start(Watched watched) {
        Instant now = clock.instant();
        Instant start = now.minus(AT_LEAST);
        for (Suggestion suggestion : watched.onTrial()) {
            Instant before = suggestion.state().since().minus(BEFORE_A_TRIAL);
            start = before.isBefore(start) ? before : start;
        }
        Instant earliest = now.minus(AT_MOST);
        return start.isBefore(earliest) ? earliest : start;
    }

    private Future<Void> hear(Following current, List<io.homeiq.contracts.home.Sequenced> events) {
        return worker.run(() -> {
                    current.take(events);
                    return current.overrides();
                })
                .compose(undone -> undone.isEmpty() ? Future.succeededFuture() : notices.undone(undone));
    }

    private Future<Void> tell(Following current) {
        return worker.run(() -> current.unavailable(clock.instant())).compose(notices::unavailable);
    }

    /** What the trial of a suggestion came to so far; empty if it is not followed yet. */
    public Future<Optional<Evidence>> trialOf(SuggestionId id) {
        return catchUp()
                .otherwiseEmpty()
                .compose(any -> queue.run(() -> {
                    Following current = following;
                    return current == null
                            ? Future.succeededFuture(Optional.<Evidence>empty())
                            : worker.run(() -> current.trialOf(id, clock.instant()));
                }));
    }
}
