package io.homeiq.homeassistant.live;

import io.homeiq.contracts.home.Context;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeEvent;
import io.homeiq.contracts.home.StateChange;
import io.homeiq.homeassistant.live.HistoryRows.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Puts events together from the states of the recorder, the notes of the logbook and the states of now: each state gets the one before
 * it and its context. Remembers the last state of each entity from stretch to stretch. Blocking; one thread at a time.
 */
final class Assembly {

    /** What explains a state stands before it when both have the same time. */
    private static final Comparator<HomeEvent> IN_ORDER =
            Comparator.comparing(HomeEvent::time).thenComparingInt(event -> event instanceof StateChange ? 1 : 0);

    private final Snapshot snapshot;
    private final Map<EntityId, Row> latest = new HashMap<>();

    Assembly(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    /** How entities stood before the first stretch, so that their first change has a state before. */
    void begin(List<Row> standing) {
        standing.forEach(row -> latest.put(row.entity(), row));
    }

    /** Events of one stretch in order of time. */
    List<HomeEvent> events(List<Row> rows, LogbookNotes notes) {
        List<HomeEvent> events = new ArrayList<>(rows.size() + notes.events().size());
        rows.sort(Comparator.comparing(Row::updated));
        rows.forEach(row -> events.add(change(row, notes)));
        events.addAll(notes.events());
        events.sort(IN_ORDER);
        return events;
    }

    private StateChange change(Row row, LogbookNotes notes) {
        Row previous = latest.put(row.entity(), row);
        return new StateChange(
                row.entity(), before(row, previous), row.state(), row.attributes(), row.updated(), context(row, notes));
    }

    private static @Nullable String before(Row row, @Nullable Row previous) {
        if (!row.changed()) {
            return row.state();
        }
        return previous == null ? null : previous.state();
    }

    private Context context(Row row, LogbookNotes notes) {
        StateChange now = snapshot.stateSince(row.entity(), row.updated());
        return now == null ? notes.contextOf(row.entity(), row.updated()) : now.context();
    }

    /** States of now which began after the given time and which the recorder does not have, because it was told to leave them out. */
    List<HomeEvent> unrecorded(Instant since) {
        List<HomeEvent> events = new ArrayList<>();
        for (Snapshot.Now now : snapshot.states()) {
            StateChange change = now.change();
            Row recorded = latest.get(change.entityId());
            boolean known = recorded != null && !recorded.updated().isBefore(change.time());
            if (!known && !change.time().isBefore(since)) {
                String before = now.changed() ? recorded == null ? null : recorded.state() : change.after();
                events.add(new StateChange(
                        change.entityId(),
                        before,
                        change.after(),
                        change.attributes(),
                        change.time(),
                        change.context()));
            }
        }
        events.sort(IN_ORDER);
        return events;
    }
}
