package io.homeiq.automation.suggestion;

import io.homeiq.automation.history.HomeHistory;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeEvent;
import io.homeiq.contracts.home.Sequenced;
import io.homeiq.mining.safety.conflict.Past;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a few entities did lately, for somebody who waits for an answer: as much as can be had at once, the newest first, and nothing where the history is away.
 */
public final class RecentPast {

    private static final Logger LOG = LoggerFactory.getLogger(RecentPast.class);

    private static final Duration REACH = Duration.ofDays(30);

    private static final Duration PATIENCE = Duration.ofMillis(400);

    /** Of all the entities together; a lively one leaves less time for the others. */
    private static final int MAX_CHANGES = 4_000;

    /** More do not fit into one question. */
    private static final int MAX_ENTITIES = 40;

    private final HomeHistory history;
    private final InstantSource clock;
    private final Duration patience;

    public RecentPast(HomeHistory history, InstantSource clock) {
        this(history, clock, PATIENCE);
    }

    RecentPast(HomeHistory history, InstantSource clock, Duration patience) {
        this.history = history;
        this.clock = clock;
        this.patience = patience;
    }

    /**
     * What they did in the last 30 days, or in the part of them that can be told in 400 ms. Never fails.
     *
     * @param entities the weightiest first; those beyond the fortieth are not asked for
     */
    public Future<Past> of(Set<EntityId> entities) {
        Set<EntityId> asked = entities.stream().limit(MAX_ENTITIES).collect(Collectors.toUnmodifiableSet());
        if (asked.isEmpty()) {
            return Future.succeededFuture(Past.NONE);
        }
        Gathered gathered = new Gathered();
        return history.latest(asked, clock.instant().minus(REACH), MAX_CHANGES, gathered::take)
                .timeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                .transform(done -> {
                    if (done.failed()) {
                        LOG.debug("not all of the history was told in time: {}", String.valueOf(done.cause()));
                    }
                    return Future.succeededFuture(gathered.close(asked));
                });
    }

    /** What came until it is closed; whoever comes later is sent away. */
    private static final class Gathered {

        private final List<HomeEvent> events = new ArrayList<>();
        private boolean closed;

        synchronized Future<Void> take(List<Sequenced> piece) {
            if (closed) {
                return Future.failedFuture(new CancellationException("the answer was given without it"));
            }
            piece.forEach(each -> events.add(each.event()));
            return Future.succeededFuture();
        }

        synchronized Past close(Set<EntityId> entities) {
            closed = true;
            events.sort(Comparator.comparing(HomeEvent::time));
            return Past.of(events, entities);
        }
    }
}
