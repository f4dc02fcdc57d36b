package io.homeiq.data.statestream;

import io.homeiq.bus.Message;
import io.homeiq.bus.Subscription;
import io.homeiq.contracts.home.HomeEvent;
import io.homeiq.contracts.home.HomeRegistry;
import io.homeiq.contracts.home.StateChange;
import io.homeiq.data.history.History;
import io.homeiq.store.history.HistoryFilter;
import io.homeiq.store.history.HistoryReader;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the home by the topics that {@code mqtt_statestream} publishes. A message is acknowledged when it is in memory, since it takes several
 * for one change; what a crash takes away shows after the restart in what the broker has kept. On the context of the caller only.
 */
public final class StatestreamFeed {

    /** How often is looked whether updates are complete; only while some are open. */
    private static final long LOOK_EVERY_MILLIS = 100;

    private static final long REGISTRY_EVERY_MILLIS = 5_000;

    /** The newest events of the log that are read for how the home stood. */
    private static final int MAX_RECALLED = 50_000;

    private static final Logger LOG = LoggerFactory.getLogger(StatestreamFeed.class);

    private final Vertx vertx;
    private final StatestreamParts parts;
    private final PieceReader reader;
    private final StatestreamNumbers numbers;
    private final Backlog backlog;
    private final Assembly assembly = new Assembly();
    private final LastKnown known = new LastKnown();
    private final SeenEntities seen = new SeenEntities();
    private @Nullable Subscription subscription;
    private @Nullable HomeRegistry amended;
    private boolean looking;
    private boolean closed;
    private long registryTimer;

    public StatestreamFeed(Vertx vertx, StatestreamParts parts) {
        this.vertx = vertx;
        this.parts = parts;
        this.reader = new PieceReader(parts.json().mapper());
        this.numbers = new StatestreamNumbers(parts.metrics());
        this.backlog = new Backlog(vertx, parts.intake(), numbers);
    }

    /** Reads how the home stood, then listens. Fails if the broker refuses the subscription, or the log cannot be read. */
    public Future<Void> start(History history) {
        return history.read(StatestreamFeed::newest).compose(changes -> {
            changes.reversed().forEach(known::recall);
            registryTimer = vertx.setPeriodic(REGISTRY_EVERY_MILLIS, timer -> amendRegistry());
            return parts.bus()
                    .subscribe(StatestreamTopic.filter(parts.topic()), this::take)
                    .onSuccess(accepted -> subscription = accepted)
                    .mapEmpty();
        });
    }

    private static List<StateChange> newest(HistoryReader log) {
        List<StateChange> changes = new ArrayList<>();
        log.newestFirst(new HistoryFilter(null, null, Set.of(), true), MAX_RECALLED, 0, found -> {
            if (found.event() instanceof StateChange change) {
                changes.add(change);
            }
        });
        return changes;
    }

    private Future<Void> take(Message message) {
        Optional<StatestreamTopic> topic = StatestreamTopic.read(parts.topic(), message.topic());
        Optional<Piece> piece = topic.flatMap(
                found -> reader.read(found.part(), message.payload().toString(StandardCharsets.UTF_8)));
        if (topic.isEmpty() || piece.isEmpty()) {
            numbers.unreadable();
            return Future.succeededFuture();
        }
        Instant now = parts.clock().instant();
        numbers.message(assembly.add(topic.get().entity(), piece.get(), message.retained(), now));
        look();
        return Future.succeededFuture();
    }

    private void look() {
        if (!looking && !closed && !assembly.isEmpty()) {
            looking = true;
            vertx.setTimer(LOOK_EVERY_MILLIS, timer -> {
                looking = false;
                store(assembly.due(parts.clock().instant()));
                look();
            });
        }
    }

    private void store(List<Update> updates) {
        List<StateChange> changes = new ArrayList<>();
        for (Update update : updates) {
            seen.see(update);
            Optional<StateChange> change = known.judge(update);
            numbers.update(change.isPresent());
            change.ifPresent(changes::add);
        }
        changes.stream().sorted(Comparator.comparing(HomeEvent::time)).forEach(backlog::add);
        backlog.write();
    }

    /** Also when somebody loaded another registry, which may lack what is seen here. */
    private void amendRegistry() {
        if (!seen.hasNews() && parts.home().registry().equals(amended)) {
            return;
        }
        parts.home()
                .amend(seen::addTo)
                .onSuccess(now -> amended = now)
                .onFailure(failure -> LOG.warn(
                        "the entities seen cannot be remembered now and are tried again: {}", failure.toString()));
    }

    /** Hears nothing more, and writes what it has. */
    public Future<Void> close() {
        closed = true;
        vertx.cancelTimer(registryTimer);
        Future<Void> cancelled = subscription == null ? Future.succeededFuture() : subscription.cancel();
        return cancelled.otherwiseEmpty().compose(silent -> {
            store(assembly.all());
            return backlog.close();
        });
    }
}
