package io.homeiq.replay.home;

import java.util.List;
import java.util.function.Consumer;

/** Tells those who listen when the telling begins; who comes or goes meanwhile changes nothing. */
final class Snapshot {

    private Snapshot() {}

    static <T> void each(List<Consumer<T>> listeners, T news) {
        // Nearly always there is one, and a history has millions of events.
        if (listeners.size() == 1) {
            listeners.getFirst().accept(news);
        } else {
            List.copyOf(listeners).forEach(listener -> listener.accept(news));
        }
    }
}
