package io.homeiq.homeassistant.source;

import io.homeiq.contracts.home.Attributes;
import io.homeiq.contracts.home.Context;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeEvent;
import io.homeiq.contracts.home.StateChange;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Orders and counts the states of a source that tells them page by page. Each page lies behind the one before; within a
 * page any order will do. A page is handed over as a whole when it ends, or not at all. Who caused a change is unknown.
 * Not thread-safe.
 */
public final class PagedStates implements AutoCloseable {

    /** States held in memory at a time; each may have attributes of its own, so fewer than elsewhere. */
    private static final int MAX_HELD = 100_000;

    private final Tally tally;
    private final Predecessors predecessors;
    private final EntityIds entityIds = new EntityIds();
    private TimeSort page;

    /** What was told of one moment, so that what is told twice is counted once. */
    private final Set<Told> told = new HashSet<>();

    private Instant moment = Instant.MIN;

    private record Told(EntityId entity, @Nullable String state) {}

    /** @param sink gets the events in order of time, each with the state before it */
    public PagedStates(Consumer<HomeEvent> sink) {
        tally = new Tally(sink);
        predecessors = new Predecessors(tally::deliver);
        page = new TimeSort(this::deliver, MAX_HELD);
    }

    /**
     * Takes one row of the page. One that cannot be understood is counted, with the reason.
     *
     * @param entityId null if the row does not name any
     * @param state null if the row does not tell any
     */
    public void add(@Nullable String entityId, @Nullable String state, Attributes attributes, Instant time) {
        tally.row();
        if (entityId == null) {
            tally.skip(SkipReason.NO_ENTITY_ID);
            return;
        }
        Optional<EntityId> entity = entityIds.of(entityId);
        if (entity.isEmpty()) {
            tally.skip(SkipReason.BAD_ENTITY_ID);
        } else if (!TimeText.isPossible(TimeText.micros(time))) {
            tally.skip(SkipReason.BAD_TIME);
        } else if (state == null || state.isEmpty()) {
            tally.skip(SkipReason.NO_STATE);
        } else if (state.length() > StateChange.MAX_STATE_LENGTH) {
            tally.skip(SkipReason.LONG_STATE);
        } else {
            page.add(new StateChange(entity.get(), null, state, attributes, time, Context.UNKNOWN));
        }
    }

    /** Rows of all pages so far. */
    public long rows() {
        return tally.rows();
    }

    /** Hands over the page. */
    public void endPage() {
        page.finish();
        page.close();
        page = new TimeSort(this::deliver, MAX_HELD);
    }

    private void deliver(HomeEvent event) {
        if (!event.time().equals(moment)) {
            moment = event.time();
            told.clear();
        }
        if (event instanceof StateChange change && !told.add(new Told(change.entityId(), change.after()))) {
            tally.skip(SkipReason.TOLD_TWICE);
            return;
        }
        predecessors.accept(event);
    }

    public SourceReport report() {
        return tally.report();
    }

    /** Drops the page that was not ended. */
    @Override
    public void close() {
        page.close();
    }
}
