package io.homeiq.store.history;

import io.homeiq.contracts.home.Attributes;
import io.homeiq.contracts.home.AutomationTriggered;
import io.homeiq.contracts.home.Context;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeEvent;
import io.homeiq.contracts.home.Sequenced;
import io.homeiq.contracts.home.ServiceCall;
import io.homeiq.contracts.home.StateChange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Events to store, and short ways to read them back. */
final class Events {

    static final Instant START = Instant.parse("2026-03-01T06:45:02.123456Z");
    static final EntityId HALL = new EntityId("light.hall");
    static final EntityId KITCHEN = new EntityId("light.kitchen");

    private Events() {}

    static Context context(String id) {
        return new Context(id, null, null);
    }

    static StateChange change(EntityId entity, @Nullable String before, @Nullable String after, Instant time) {
        return new StateChange(
                entity, before, after, Attributes.NONE, time, new Context("01JCTX" + Times.micros(time), null, null));
    }

    /** One entity's changes between on and off, a second apart. */
    static List<HomeEvent> toggles(int count) {
        List<HomeEvent> events = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            events.add(change(HALL, i % 2 == 0 ? "off" : "on", i % 2 == 0 ? "on" : "off", START.plusSeconds(i)));
        }
        return events;
    }

    static ServiceCall call(EntityId target, Instant time, Context context) {
        Attributes data = new Attributes(Map.of("entity_id", target.value(), "brightness", 80));
        return new ServiceCall("light", "turn_on", List.of(target), data, time, context);
    }

    static AutomationTriggered run(Instant time, Context context) {
        return new AutomationTriggered(new EntityId("automation.hall"), "state of binary_sensor.hall", time, context);
    }

    static List<HomeEvent> byTime(HistoryLog log) {
        return byTime(log, HistoryFilter.everything());
    }

    static List<HomeEvent> byTime(HistoryLog log, HistoryFilter filter) {
        List<HomeEvent> read = new ArrayList<>();
        try (HistoryReader reader = log.reader()) {
            reader.byTime(filter, event -> read.add(event.event()));
        }
        return read;
    }

    static List<Sequenced> bySeq(HistoryLog log) {
        List<Sequenced> read = new ArrayList<>();
        try (HistoryReader reader = log.reader()) {
            reader.bySeq(0, Integer.MAX_VALUE, read::add);
        }
        return read;
    }

    static HistoryFilter only(EntityId... entities) {
        return new HistoryFilter(null, null, Set.of(entities), false);
    }
}
