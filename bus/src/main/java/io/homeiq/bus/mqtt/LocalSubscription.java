package io.homeiq.bus.mqtt;

import io.homeiq.bus.BusException;
import io.homeiq.bus.BusException.Kind;
import io.homeiq.bus.Message;
import io.homeiq.bus.delivery.DeliveryQueue;
import io.homeiq.contracts.event.TopicFilter;
import io.vertx.core.Future;

/** One caller's wish for the messages of a filter; several callers can want the same filter. */
record LocalSubscription(TopicFilter filter, DeliveryQueue queue) {

    /** Succeeds when handled, or when nobody waits for it any more because the subscription was cancelled. */
    Future<Void> deliver(Message message) {
        return queue.offer(message)
                .recover(failure -> failure instanceof BusException bus && bus.kind() == Kind.CLOSED
                        ? Future.succeededFuture()
                        : Future.failedFuture(failure));
    }
}
