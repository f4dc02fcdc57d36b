package io.homeiq.bus.embedded;

import io.homeiq.contracts.event.TopicFilter;
import io.vertx.core.Vertx;
import io.vertx.mqtt.messages.codes.MqttDisconnectReasonCode;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings what is published to those who subscribe, and keeps the sessions. On the broker's one thread only. */
final class Switchboard {

    private static final Logger LOG = LoggerFactory.getLogger(Switchboard.class);

    private final Vertx vertx;
    private final BrokerLimits limits;
    private final Map<String, Session> sessions = new HashMap<>();
    private final SubscriptionTree<Session> subscriptions = new SubscriptionTree<>();
    private final RetainedMessages retained;
    private final QueueBudget budget;

    Switchboard(Vertx vertx, BrokerLimits limits) {
        this.vertx = vertx;
        this.limits = limits;
        this.retained = new RetainedMessages(limits);
        this.budget = new QueueBudget(limits.maxQueuedBytes());
    }

    /** False if it wanted to be retained and there was no room; it still went to those who subscribe. */
    boolean publish(Publication publication) {
        boolean kept = !publication.retained() || retained.keep(publication);
        if (!kept && budget.countLeftOut()) {
            LOG.warn("No room to retain a message on {}", publication.topic());
        }
        subscriptions.matching(publication.topic()).forEach((session, grant) -> {
            if (!(grant.noLocal() && session.clientId().equals(publication.publisher()))) {
                deliver(session, publication, grant, grant.retainAsPublished() && publication.retained());
            }
        });
        return kept;
    }

    private void deliver(Session session, Publication publication, Grant grant, boolean asRetained) {
        ClientConnection connection = session.connection();
        if (Math.min(grant.qos(), publication.qos()) == 0) {
            if (connection != null && connection.takes(publication)) {
                connection.send(publication, 0, asRetained, 0, false);
            }
            return;
        }
        if (!session.outgoing().add(publication, asRetained)) {
            if (budget.countLeftOut()) {
                LOG.warn(
                        "No room for a message on {} to {}, which is away or slow; {} left out so far",
                        publication.topic(),
                        session.clientId(),
                        budget.leftOut());
            }
        } else if (connection != null) {
            session.outgoing().sendOn(connection, System.nanoTime());
        }
    }

    boolean hasRoomFor(Session session, TopicFilter filter) {
        return session.filters().size() < limits.maxSubscriptions()
                || session.filters().contains(filter);
    }

    /** Returns whether the session did not have the filter before. */
    boolean subscribe(Session session, TopicFilter filter, Grant grant) {
        session.filters().add(filter);
        return subscriptions.add(filter, session, grant);
    }

    void unsubscribe(Session session, TopicFilter filter) {
        session.filters().remove(filter);
        subscriptions.remove(filter, session);
    }

    /** Sends what is retained under the filter. */
    void tellRetained(Session session, TopicFilter filter, Grant grant) {
        List<Publication> kept = retained.matching(filter, System.nanoTime());
        kept.forEach(publication -> deliver(session, publication, grant, true));
    }

    /** The session of a client that comes now, or null if there are too many; whoever had its name is cut off. */
    @Nullable
    Session claim(String clientId, boolean fresh) {
        Session known = sessions.get(clientId);
        ClientConnection former = known == null ? null : known.connection();
        if (known != null && former != null) {
            lost(known, former);
            former.cut(MqttDisconnectReasonCode.SESSION_TAKEN_OVER);
            known = sessions.get(clientId);
        }
        if (known != null && fresh) {
            end(known);
            known = null;
        }
        if (known != null) {
            stopTimers(known);
            return known;
        }
        if (sessions.size() >= limits.maxSessions()) {
            LOG.warn("No room for client {}: there are {} sessions", clientId, limits.maxSessions());
            return null;
        }
        Session created = new Session(clientId, new Outgoing(limits.maxQueued(), budget));
        sessions.put(clientId, created);
        return created;
    }

    boolean isKnown(String clientId) {
        return sessions.containsKey(clientId);
    }

    /** The client said good-bye: nobody is told its will. */
    void left(Session session, ClientConnection connection) {
        session.will(null);
        lost(session, connection);
    }

    /** The connection ended. */
    void lost(Session session, ClientConnection connection) {
        if (!connection.ended()) {
            return;
        }
        session.connection(null);
        session.outgoing().connectionLost();
        if (session.expiry().isZero()) {
            end(session);
            return;
        }
        Will will = session.will();
        if (will != null && will.delay().compareTo(session.expiry()) < 0) {
            if (will.delay().isZero()) {
                tellWill(session);
            } else {
                session.willTimer(vertx.setTimer(will.delay().toMillis(), ignored -> tellWill(session)));
            }
        }
        session.expiryTimer(vertx.setTimer(session.expiry().toMillis(), ignored -> end(session)));
    }

    /** Sets how long the session is kept once the client is away, up to what the broker allows. */
    Duration expireAfter(Session session, long seconds) {
        Duration granted =
                Duration.ofSeconds(Math.min(seconds, limits.sessionExpiry().toSeconds()));
        session.expiry(granted);
        return granted;
    }

    private void end(Session session) {
        stopTimers(session);
        tellWill(session);
        List.copyOf(session.filters()).forEach(filter -> unsubscribe(session, filter));
        session.outgoing().clear();
        sessions.remove(session.clientId());
    }

    private void tellWill(Session session) {
        Will will = session.will();
        session.will(null);
        if (will != null) {
            publish(will.publication());
        }
    }

    private void stopTimers(Session session) {
        stop(session.expiryTimer());
        stop(session.willTimer());
        session.expiryTimer(null);
        session.willTimer(null);
    }

    private void stop(@Nullable Long timer) {
        if (timer != null) {
            vertx.cancelTimer(timer);
        }
    }
}
