package io.homeiq.bus.mqtt;

import io.homeiq.bus.BusException;
import io.homeiq.bus.BusException.Kind;
import io.homeiq.contracts.event.TopicFilter;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Agrees with the broker on what we want: at once when there is a connection, else with the next one. On the bus's context only. */
final class Subscriber {

    private static final Logger LOG = LoggerFactory.getLogger(Subscriber.class);

    private final MqttLink link;
    private final SubscriptionTable table;
    private final String broker;
    /** Those whose first answer depends on the connection attempt under way. */
    private final Map<LocalSubscription, Promise<Void>> undecided = new LinkedHashMap<>();

    private Set<TopicFilter> asked = Set.of();

    /** @param broker its address, for messages to people */
    Subscriber(MqttLink link, SubscriptionTable table, String broker) {
        this.link = link;
        this.table = table;
        this.broker = broker;
    }

    /** Completes when the broker accepts or cannot be asked just now; fails with {@code REFUSED}. */
    Future<Void> add(LocalSubscription subscription) {
        table.add(subscription);
        MqttConnection connection = link.connection();
        if (connection != null) {
            return ask(connection, subscription);
        }
        if (!link.isConnecting()) {
            return Future.succeededFuture();
        }
        Promise<Void> decision = Promise.promise();
        undecided.put(subscription, decision);
        return decision.future();
    }

    private Future<Void> ask(MqttConnection connection, LocalSubscription subscription) {
        return connection
                .subscribe(List.of(subscription.filter()))
                // Lost before it answered: it is asked again on the next connection.
                .otherwise(List.of())
                .compose(refused -> refused.isEmpty() ? Future.succeededFuture() : refuse(subscription));
    }

    private Future<Void> refuse(LocalSubscription subscription) {
        if (table.remove(subscription)) {
            table.forgotten(subscription.filter());
        }
        BusException refusal = new BusException(
                Kind.REFUSED,
                "the MQTT broker at " + broker + " refused the subscription to " + subscription.filter()
                        + "; check what it allows this user");
        return subscription.queue().close().compose(ignored -> Future.failedFuture(refusal));
    }

    /** Completes when no message can come any more. */
    Future<Void> remove(LocalSubscription subscription) {
        boolean last = table.remove(subscription);
        settle(subscription);
        MqttConnection connection = link.connection();
        Future<Void> forgotten =
                last && connection != null ? forget(connection, subscription.filter()) : Future.succeededFuture();
        return Future.all(forgotten, subscription.queue().close()).mapEmpty();
    }

    private Future<Void> forget(MqttConnection connection, TopicFilter filter) {
        return connection.unsubscribe(filter).onSuccess(ignored -> {
            if (connection.isUp()) {
                table.forgotten(filter);
            }
        });
    }

    /** Makes all subscriptions on a new connection, and takes back those that were given up meanwhile. */
    Future<Void> renew(MqttConnection connection) {
        List<TopicFilter> wanted = table.filters();
        asked = Set.copyOf(wanted);
        table.abandoned().forEach(filter -> forget(connection, filter));
        return connection.subscribe(wanted).map(refused -> {
            refused.forEach(this::refused);
            return null;
        });
    }

    private void refused(TopicFilter filter) {
        List<LocalSubscription> fresh = undecided.keySet().stream()
                .filter(one -> one.filter().equals(filter))
                .toList();
        fresh.forEach(one -> {
            Promise<Void> decision = undecided.remove(one);
            refuse(one).onComplete(decision);
        });
        if (table.filters().contains(filter)) {
            LOG.warn(
                    "The MQTT broker at {} now refuses the subscription to {}; nothing comes from there",
                    broker,
                    filter);
        }
    }

    /** The attempt has ended with a connection. */
    void connected(MqttConnection connection) {
        Map<LocalSubscription, Promise<Void>> waiting = new LinkedHashMap<>(undecided);
        undecided.clear();
        waiting.forEach((subscription, decision) -> {
            if (asked.contains(subscription.filter())) {
                decision.complete();
            } else {
                ask(connection, subscription).onComplete(decision);
            }
        });
    }

    /** The attempt has failed: the subscriptions are kept for a later one. */
    void unreachable() {
        List.copyOf(undecided.keySet()).forEach(this::settle);
    }

    private void settle(LocalSubscription subscription) {
        Promise<Void> decision = undecided.remove(subscription);
        if (decision != null) {
            decision.complete();
        }
    }

    /** Hands over nothing more. */
    void close() {
        unreachable();
        table.all().forEach(subscription -> subscription.queue().close());
    }
}
