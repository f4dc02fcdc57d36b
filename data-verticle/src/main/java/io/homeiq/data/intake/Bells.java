package io.homeiq.data.intake;

import io.homeiq.bus.Bus;
import io.homeiq.bus.Message;
import io.homeiq.contracts.event.Event;
import io.homeiq.contracts.event.EventId;
import io.homeiq.contracts.event.StateChanged;
import io.homeiq.contracts.home.Attributes;
import io.homeiq.contracts.home.HomeId;
import io.homeiq.contracts.home.Sequenced;
import io.homeiq.contracts.home.StateChange;
import io.homeiq.contracts.json.EventCodec;
import io.homeiq.contracts.json.WireException;
import io.homeiq.contracts.json.WireJson;
import io.homeiq.service.metrics.Metrics;
import io.micrometer.core.instrument.Counter;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.UUID;

/**
 * Tells on the bus that something was added to the log. It never makes anyone wait: while the bus is slow or away the oldest bells are left out,
 * which loses nothing, because who hears a later one reads everything before it. May be used from every thread.
 */
public final class Bells {

    /** More bells than this wait for nobody. */
    static final int MAX_WAITING = 2_000;

    /** Bells on their way to the broker at once; they arrive in order. */
    static final int MAX_UNDER_WAY = 64;

    private static final String SOURCE = "data";
    private static final String NAME = "homeiq.bells";
    private static final String DESCRIPTION = "Changes announced on the bus, by how that ended";

    /** All that changes is touched here only. */
    private final Context context;

    private final Bus bus;
    private final EventCodec codec;
    private final HomeId home;
    private final Counter rung;
    private final Counter lost;
    private final Deque<Sequenced> waiting = new ArrayDeque<>();
    private int underWay;

    public Bells(Context context, Bus bus, WireJson json, HomeId home, Metrics metrics) {
        this.context = context;
        this.bus = bus;
        this.codec = new EventCodec(json);
        this.home = home;
        this.rung = metrics.counter(NAME, DESCRIPTION, "outcome", "rung");
        this.lost = metrics.counter(NAME, DESCRIPTION, "outcome", "lost");
    }

    /** Announces those additions soon that are changes of entities, in their order. */
    public void ring(List<Sequenced> added) {
        if (added.isEmpty()) {
            return;
        }
        context.runOnContext(go -> {
            added.stream().filter(one -> one.event() instanceof StateChange).forEach(this::enqueue);
            publish();
        });
    }

    private void enqueue(Sequenced added) {
        waiting.add(added);
        if (waiting.size() > MAX_WAITING) {
            waiting.removeFirst();
            lost.increment();
        }
    }

    private void publish() {
        while (underWay < MAX_UNDER_WAY && !waiting.isEmpty()) {
            publish(waiting.removeFirst());
        }
    }

    private void publish(Sequenced added) {
        if (!bus.isConnected() || !(added.event() instanceof StateChange change)) {
            lost.increment();
            return;
        }
        underWay++;
        Event<StateChanged> event = eventOf(added.seq(), change);
        bus.publish(new Message(event.topic(), Buffer.buffer(encode(event)), false))
                .onComplete(published -> context.runOnContext(back -> {
                    (published.succeeded() ? rung : lost).increment();
                    underWay--;
                    publish();
                }));
    }

    private Event<StateChanged> eventOf(long seq, StateChange change) {
        EventId id = new EventId(UUID.randomUUID().toString());
        return new Event<>(id, home, SOURCE, change.time(), new StateChanged(seq, change));
    }

    /** Attributes can be longer than a message may be; whoever wants them reads the log. */
    private byte[] encode(Event<StateChanged> event) {
        try {
            return codec.encode(event);
        } catch (WireException tooLarge) {
            StateChange full = event.data().change();
            StateChange bare = new StateChange(
                    full.entityId(), full.before(), full.after(), Attributes.NONE, full.time(), full.context());
            return codec.encode(eventOf(event.data().seq(), bare));
        }
    }
}
