package io.homeiq.homeassistant.live;

import static java.util.Objects.requireNonNull;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.homeassistant.client.HomeAssistantException;
import io.homeiq.homeassistant.client.HomeAssistantException.Kind;
import io.homeiq.homeassistant.client.HomeAssistantRest;
import io.homeiq.homeassistant.client.HomeAssistantSettings;
import io.homeiq.homeassistant.client.HomeAssistantSocket;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows one home for as long as it is not closed: connects, reads history from where the listener's knowledge ends, then hands on
 * what happens as it happens. When the connection is lost it comes back by itself, and what happened meanwhile is read from the
 * recorder. Events that the listener is too slow for, or refuses, are read again as well. May be used from any thread.
 */
public final class HomeAssistantFeed {

    private static final Logger LOG = LoggerFactory.getLogger(HomeAssistantFeed.class);

    /** How long closing waits for a listener that is still busy. */
    private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(5);

    private final Vertx vertx;
    private final Context context;
    private final HomeAssistantSettings settings;
    private final FeedParts parts;
    private final LiveEvents reader = new LiveEvents();
    private final GrowingDelay reconnect;
    private final GrowingDelay refill;
    private volatile FeedState state = new FeedState.Closed();
    private @Nullable Delivery delivery;
    private @Nullable KnownPast past;
    private @Nullable HomeAssistantSocket socket;
    private @Nullable FeedSession session;
    private boolean closed;
    private boolean hasFollowed;
    private boolean refilling;

    public HomeAssistantFeed(
            Vertx vertx,
            HomeAssistantSettings settings,
            FeedSettings feedSettings,
            FeedListener listener,
            InstantSource clock) {
        this.vertx = vertx;
        this.context = vertx.getOrCreateContext();
        this.settings = settings;
        this.parts = new FeedParts(vertx, new HomeAssistantRest(vertx, settings), feedSettings, listener, clock);
        RandomGenerator random = new Random(feedSettings.jitterSeed());
        this.reconnect = new GrowingDelay(feedSettings.firstDelay(), feedSettings.longestDelay(), random);
        this.refill = new GrowingDelay(feedSettings.firstDelay(), feedSettings.longestDelay(), random);
    }

    /**
     * Begins, and returns before there is a connection. To be called once.
     *
     * @param knownUntil the newest time of which the listener has events; null if it has none. History is read from there, but at most
     *     from {@code backFill} ago
     * @param known the entities of which it has any; the past of all others is read from {@code backFill} ago
     */
    public void start(@Nullable Instant knownUntil, Set<EntityId> known) {
        Instant earliest = parts.clock().instant().minus(parts.settings().backFill());
        Instant from = knownUntil == null || knownUntil.isBefore(earliest) ? earliest : knownUntil;
        context.runOnContext(go -> {
            past = new KnownPast(earliest, known);
            delivery = new Delivery(
                    task -> context.runOnContext(soon -> task.run()),
                    parts.listener(),
                    parts.settings().bufferedEvents(),
                    from,
                    this::gap);
            connect();
        });
    }

    /** How it stands now. */
    public FeedState state() {
        return state;
    }

    private void enter(FeedState next) {
        state = next;
        parts.listener().connection(next);
    }

    private void connect() {
        if (closed) {
            return;
        }
        enter(new FeedState.Connecting(reconnect.attempts() + 1));
        HomeAssistantSocket.connect(vertx, settings)
                .onComplete(opened -> context.runOnContext(back -> {
                    if (opened.failed()) {
                        retry(opened.cause());
                    } else if (closed) {
                        opened.result().close();
                    } else {
                        connected(opened.result());
                    }
                }));
    }

    private void connected(HomeAssistantSocket opened) {
        Delivery target = requireNonNull(delivery);
        FeedSession begun = new FeedSession(parts, opened, target, reader, requireNonNull(past));
        socket = opened;
        session = begun;
        Promise<Throwable> over = Promise.promise();
        Instant from = target.completeUntil();
        begun.begin(
                        hasFollowed ? Origin.GAP_FILL : Origin.BACK_FILL,
                        reached -> enter(new FeedState.Filling(from, reached)))
                .onSuccess(done -> following(opened, begun))
                .onFailure(fault -> {
                    over.tryComplete(fault);
                    opened.close();
                });
        opened.ended().onSuccess(over::tryComplete);
        over.future()
                .onSuccess(reason -> context.runOnContext(back -> {
                    begun.end();
                    socket = null;
                    session = null;
                    retry(reason);
                }));
    }

    private void following(HomeAssistantSocket opened, FeedSession begun) {
        hasFollowed = true;
        reconnect.reset();
        enter(new FeedState.Following(parts.clock().instant(), opened.version(), begun.limitation()));
    }

    private void retry(Throwable reason) {
        if (closed) {
            return;
        }
        String line = String.valueOf(reason.getMessage());
        boolean refused = reason instanceof HomeAssistantException known && known.kind() == Kind.UNAUTHORIZED;
        Duration delay = refused ? parts.settings().refusedDelay() : reconnect.next();
        Instant next = parts.clock().instant().plus(delay);
        enter(refused ? new FeedState.Refused(next, line) : new FeedState.Waiting(next, line));
        vertx.setTimer(delay.toMillis(), due -> context.runOnContext(go -> connect()));
    }

    /** Events were dropped: read them again, a little later, because whoever was too slow is so now. */
    private void gap() {
        FeedSession current = session;
        if (refilling || current == null) {
            return; // it is on the way, or the next connection begins with it
        }
        refilling = true;
        Duration delay = refill.next();
        LOG.warn(
                "The listener is too slow or failed; what it missed is read from Home Assistant's history in {} ms",
                delay.toMillis());
        vertx.setTimer(delay.toMillis(), due -> context.runOnContext(go -> refill(current)));
    }

    private void refill(FeedSession current) {
        if (current != session || closed) {
            refilling = false;
            if (delivery != null && delivery.isShedding()) {
                gap(); // the next connection has a gap of its own by now
            }
            return;
        }
        current.fill(Origin.GAP_FILL, reached -> {}).onComplete(done -> {
            refilling = false;
            if (done.succeeded()) {
                refill.reset();
            } else if (current == session) {
                gap();
            }
        });
    }

    /** Ends it for good. Completes when the listener has what it was being given, or after 5 s. */
    public Future<Void> close() {
        Promise<Void> promise = Promise.promise();
        context.runOnContext(go -> {
            closed = true;
            Future<Void> disconnected = socket == null ? Future.succeededFuture() : socket.close();
            disconnected
                    .compose(done -> delivery == null ? Future.<Void>succeededFuture() : delivery.drained())
                    .timeout(CLOSE_PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                    .otherwiseEmpty()
                    .eventually(() -> parts.rest().close())
                    .onSuccess(done -> enter(new FeedState.Closed()))
                    .onComplete(promise);
        });
        return promise.future();
    }
}
