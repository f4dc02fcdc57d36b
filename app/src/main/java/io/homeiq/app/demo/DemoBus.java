package io.homeiq.app.demo;

import io.homeiq.app.terminal.Console;
import io.homeiq.app.terminal.EventLine;
import io.homeiq.bus.Bus;
import io.homeiq.bus.Message;
import io.homeiq.contracts.event.EventType;
import io.homeiq.contracts.event.TopicFilter;
import io.homeiq.contracts.home.HomeId;
import io.vertx.core.Future;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** Shows the events as they pass, and remembers which types did. */
final class DemoBus {

    /** Those that the demonstration is about; a line for each of thousands of state changes would hide them. */
    private static final Set<EventType> SHOWN = EnumSet.of(
            EventType.HISTORY_IMPORTED,
            EventType.ANALYSIS_COMPLETED,
            EventType.PATTERN_DETECTED,
            EventType.SUGGESTION_CREATED,
            EventType.SUGGESTION_APPROVED,
            EventType.AUTOMATION_DEPLOYED,
            EventType.AUTOMATION_FAILED);

    private final Console console;
    private final Set<EventType> seen = Collections.synchronizedSet(EnumSet.noneOf(EventType.class));

    DemoBus(Console console) {
        this.console = console;
    }

    Future<Void> follow(Bus bus, HomeId home) {
        return bus.subscribe(TopicFilter.everyEvent(home), this::show).mapEmpty();
    }

    boolean hasSeen(EventType type) {
        return seen.contains(type);
    }

    private Future<Void> show(Message message) {
        EventType.named(message.topic().name()).filter(SHOWN::contains).ifPresent(type -> {
            seen.add(type);
            console.line("    bus: " + EventLine.of(message, false));
        });
        return Future.succeededFuture();
    }
}
