package io.homeiq.app.life;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.app.BusWatcher;
import io.homeiq.contracts.event.AutomationOverridden;
import io.homeiq.contracts.event.Event;
import io.homeiq.contracts.event.EventId;
import io.homeiq.contracts.event.EventType;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What the bus told of the life. A message may come again, but then as the same event. */
final class ToldLife {

    private static final List<EventType> LIFE = List.of(
            EventType.SUGGESTION_CREATED,
            EventType.SUGGESTION_APPROVED,
            EventType.AUTOMATION_DEPLOYED,
            EventType.AUTOMATION_ROLLED_BACK);

    private final BusWatcher bus;

    ToldLife(BusWatcher bus) {
        this.bus = bus;
    }

    /** The moments at which people undid what the automation did, each announced by one event. */
    Set<Instant> undone() {
        Map<Instant, Set<EventId>> events = bus.events(EventType.AUTOMATION_OVERRIDDEN).stream()
                .collect(Collectors.groupingBy(
                        event -> ((AutomationOverridden) event.data()).undoneAt(),
                        Collectors.mapping(Event::id, Collectors.toSet())));
        assertThat(events.values()).allSatisfy(ids -> assertThat(ids).hasSize(1));
        return events.keySet();
    }

    /** Of each step of the suggestion's life, one event; nothing that could not be read or obeyed. */
    void assertOnceInOrder(Set<String> names) {
        List<EventType> told = bus.events().stream()
                .filter(event -> LIFE.contains(event.type()))
                .filter(event -> names.contains(event.data().subject()))
                .collect(Collectors.toMap(Event::id, Event::type, (one, again) -> one, LinkedHashMap::new))
                .values()
                .stream()
                .<EventType>map(type -> type)
                .toList();
        assertThat(told).containsExactlyElementsOf(LIFE);
        assertThat(bus.unreadable()).isEmpty();
        assertThat(bus.deadLetters()).isEmpty();
    }
}
