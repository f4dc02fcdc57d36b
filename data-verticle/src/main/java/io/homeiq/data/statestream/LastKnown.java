package io.homeiq.data.statestream;

import io.homeiq.contracts.home.Attributes;
import io.homeiq.contracts.home.Context;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.StateChange;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How each entity stood last, which tells news from what is only said again. Not thread-safe. */
final class LastKnown {

    /** Of more entities those are forgotten that were silent longest. */
    static final int MAX_ENTITIES = 20_000;

    private record Known(String state, Attributes attributes, Instant time) {}

    private final Map<EntityId, Known> entities = new LinkedHashMap<>(16, 0.75f, true) {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<EntityId, Known> eldest) {
            return size() > MAX_ENTITIES;
        }
    };

    /** Of an earlier life, from the log; in the order of time. */
    void recall(StateChange change) {
        if (change.after() == null) {
            entities.remove(change.entityId());
        } else {
            entities.put(change.entityId(), new Known(change.after(), change.attributes(), change.time()));
        }
    }

    /**
     * The change that an update is, if it is one. What the broker had kept is none, unless the entity stood otherwise before: then it changed while
     * nobody was listening.
     */
    Optional<StateChange> judge(Update update) {
        Known before = entities.get(update.entity());
        Instant time = time(update);
        if (!isNews(update, before, time)) {
            if (before == null || update.kept() && before.state().equals(update.state())) {
                entities.put(update.entity(), new Known(update.state(), update.attributes(), latest(before, update)));
            }
            return Optional.empty();
        }
        entities.put(update.entity(), new Known(update.state(), update.attributes(), latest(before, update)));
        return Optional.of(new StateChange(
                update.entity(),
                before == null ? null : before.state(),
                update.state(),
                update.attributes(),
                time,
                Context.UNKNOWN));
    }

    private static boolean isNews(Update update, @Nullable Known before, Instant time) {
        if (before == null) {
            return !update.kept();
        }
        boolean timed = update.updated() != null || update.changed() != null;
        if (timed && !time.isAfter(before.time())) {
            return false;
        }
        boolean other = !update.state().equals(before.state());
        if (update.kept() || other) {
            return other;
        }
        boolean tellsMore =
                !update.attributes().values().isEmpty() && !update.attributes().equals(before.attributes());
        return timed || tellsMore;
    }

    private static Instant time(Update update) {
        Instant told = update.kept() ? update.changed() : update.updated();
        return told == null ? update.arrived() : told;
    }

    private static Instant latest(@Nullable Known before, Update update) {
        Instant now = update.updated() == null ? time(update) : update.updated();
        return before != null && before.time().isAfter(now) ? before.time() : now;
    }
}
