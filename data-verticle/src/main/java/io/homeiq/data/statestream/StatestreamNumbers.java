package io.homeiq.data.statestream;

import io.homeiq.service.metrics.Metrics;
import io.micrometer.core.instrument.Counter;

/** How much of the stream was understood, as the service's numbers show it. */
final class StatestreamNumbers {

    private static final String MESSAGES = "homeiq.statestream.messages";
    private static final String MESSAGES_ARE = "Messages of the statestream, by what became of them";
    private static final String UPDATES = "homeiq.statestream.updates";
    private static final String UPDATES_ARE =
            "Updates of entities put together from the statestream, by what they were";

    private final Counter taken;
    private final Counter unreadable;
    private final Counter late;
    private final Counter full;
    private final Counter changes;
    private final Counter repeated;
    private final Counter lost;

    StatestreamNumbers(Metrics metrics) {
        taken = metrics.counter(MESSAGES, MESSAGES_ARE, "outcome", "taken");
        unreadable = metrics.counter(MESSAGES, MESSAGES_ARE, "outcome", "unreadable");
        late = metrics.counter(MESSAGES, MESSAGES_ARE, "outcome", "late");
        full = metrics.counter(MESSAGES, MESSAGES_ARE, "outcome", "full");
        changes = metrics.counter(UPDATES, UPDATES_ARE, "outcome", "change");
        repeated = metrics.counter(UPDATES, UPDATES_ARE, "outcome", "repeated");
        lost = metrics.counter(UPDATES, UPDATES_ARE, "outcome", "lost");
    }

    void message(Assembly.Outcome outcome) {
        switch (outcome) {
            case TAKEN -> taken.increment();
            case LATE -> late.increment();
            case FULL -> full.increment();
        }
    }

    void unreadable() {
        unreadable.increment();
    }

    void update(boolean isChange) {
        (isChange ? changes : repeated).increment();
    }

    /** A change that could not be written. */
    void lost() {
        lost.increment();
    }
}
