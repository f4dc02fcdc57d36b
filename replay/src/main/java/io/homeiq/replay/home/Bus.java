package io.homeiq.replay.home;

import io.homeiq.replay.fault.Fault;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Hands events to those who listen, in the order in which they began to. What a listener fires meanwhile waits until
 * the event at hand has reached all.
 */
public final class Bus {

    private static final int MAX_QUEUED = 10_000;

    private final Map<String, List<Consumer<BusEvent>>> listeners = new HashMap<>();
    private final List<Consumer<BusEvent>> observers = new ArrayList<>();
    private final Deque<BusEvent> queue = new ArrayDeque<>();
    private boolean dispatching;
    private int queued;

    /**
     * Hears of all events of a type from now on.
     *
     * @return ends it
     */
    public Runnable listen(String type, Consumer<BusEvent> listener) {
        listeners.computeIfAbsent(type, any -> new ArrayList<>()).add(listener);
        return () -> stop(type, listener);
    }

    /**
     * Hears of all changes of states from now on. An event that only bears their name tells nothing of an entity.
     *
     * @return ends it
     */
    public Runnable listenToChanges(Consumer<HomeChange> listener) {
        return listen(HomeChange.TYPE, event -> {
            if (event instanceof HomeChange change) {
                listener.accept(change);
            }
        });
    }

    /** How many listen for a type at the moment. */
    int listeners(String type) {
        List<Consumer<BusEvent>> those = listeners.get(type);
        return those == null ? 0 : those.size();
    }

    private void stop(String type, Consumer<BusEvent> listener) {
        List<Consumer<BusEvent>> those = listeners.get(type);
        if (those != null && those.remove(listener) && those.isEmpty()) {
            listeners.remove(type);
        }
    }

    /** Hears of every event, after those who listen for its type. */
    public void observe(Consumer<BusEvent> observer) {
        observers.add(observer);
    }

    /**
     * Hands on an event, now or after the one at hand.
     *
     * @throws Fault if listeners fire without end
     */
    public void fire(BusEvent event) {
        if (dispatching) {
            count(event.type());
            queue.add(event);
            return;
        }
        dispatching = true;
        queued = 0;
        try {
            dispatch(event);
            while (!queue.isEmpty()) {
                dispatch(queue.remove());
            }
        } finally {
            dispatching = false;
        }
    }

    /** An entity reported what it was already: nobody may listen to that, but it takes a place in the queue. */
    void report() {
        if (dispatching) {
            count("state_reported");
        }
    }

    private void count(String type) {
        if (queued >= MAX_QUEUED) {
            throw new Fault(
                    Fault.Kind.HOME_ASSISTANT,
                    "Event " + type + " not fired: event listeners are likely firing events in an endless loop");
        }
        queued++;
    }

    private void dispatch(BusEvent event) {
        List<Consumer<BusEvent>> those = listeners.get(event.type());
        if (those != null) {
            Snapshot.each(those, event);
        }
        for (Consumer<BusEvent> observer : observers) {
            observer.accept(event);
        }
    }
}
