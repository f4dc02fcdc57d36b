package io.homeiq.store.outbox;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** Notes what it is given; confirms, refuses or says nothing. */
final class RecordingBroker implements Function<OutboxMessage, Future<Void>> {

    private final List<String> offered = new CopyOnWriteArrayList<>();
    private final List<String> confirmed = new CopyOnWriteArrayList<>();
    private final AtomicInteger toRefuse = new AtomicInteger();
    private final AtomicInteger toIgnore = new AtomicInteger();

    /** Refuses the next ones. */
    void refuse(int publishes) {
        toRefuse.set(publishes);
    }

    /** Neither confirms nor refuses the next ones. */
    void ignore(int publishes) {
        toIgnore.set(publishes);
    }

    /** The ids of all that was published, in order. */
    List<String> offered() {
        return offered;
    }

    /** The ids of what was confirmed, in order. */
    List<String> confirmed() {
        return confirmed;
    }

    @Override
    public Future<Void> apply(OutboxMessage message) {
        String id = message.eventId().value();
        offered.add(id);
        if (toIgnore.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            return Promise.<Void>promise().future();
        }
        if (toRefuse.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            return Future.failedFuture("refused");
        }
        confirmed.add(id);
        return Future.succeededFuture();
    }
}
