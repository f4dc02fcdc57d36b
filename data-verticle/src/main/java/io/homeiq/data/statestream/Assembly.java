package io.homeiq.data.statestream;

import io.homeiq.contracts.home.EntityId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Joins the messages of one update, which come one by one: first the state, then the times, then each attribute. Home Assistant waits for the
 * broker after each, so quick updates of an entity can take turns, but the earlier one is never behind: a message belongs to the oldest update
 * that lacks it and is not over. What the broker had kept comes in any order. Not thread-safe.
 */
final class Assembly {

    /** An update is taken as complete when nothing more of it came for so long. */
    static final Duration WINDOW = Duration.ofMillis(300);

    /** Updates open at once; beyond, messages are left out. */
    static final int MAX_OPEN = 50_000;

    /** What became of a message. */
    enum Outcome {
        TAKEN,
        /** Its update is closed already, or its state never came. */
        LATE,
        /** As much is open as may be. */
        FULL
    }

    private final Map<EntityId, Deque<OpenUpdate>> open = new LinkedHashMap<>();
    private int count;

    /** @param kept the broker had kept the message: it says how things stand */
    Outcome add(EntityId entity, Piece piece, boolean kept, Instant now) {
        Deque<OpenUpdate> updates = open.getOrDefault(entity, new ArrayDeque<>());
        for (OpenUpdate update : updates) {
            if (update.kept == kept && update.lacks(piece) && !update.isOver(now, WINDOW)) {
                add(piece, update, updates, now);
                return Outcome.TAKEN;
            }
        }
        if (!kept && !(piece instanceof Piece.State)) {
            return Outcome.LATE;
        }
        if (count >= MAX_OPEN) {
            return Outcome.FULL;
        }
        OpenUpdate begun = new OpenUpdate(kept, now);
        updates.add(begun);
        add(piece, begun, updates, now);
        open.put(entity, updates);
        count++;
        return Outcome.TAKEN;
    }

    private static void add(Piece piece, OpenUpdate to, Deque<OpenUpdate> updates, Instant now) {
        to.add(piece, now);
        updates.stream().takeWhile(update -> update != to).forEach(update -> update.passBy(to));
    }

    /** Closes the updates that are complete by now; those of one entity come in their order. */
    List<Update> due(Instant now) {
        List<Update> due = new ArrayList<>();
        Iterator<Map.Entry<EntityId, Deque<OpenUpdate>>> entities =
                open.entrySet().iterator();
        while (entities.hasNext()) {
            Map.Entry<EntityId, Deque<OpenUpdate>> entity = entities.next();
            Deque<OpenUpdate> updates = entity.getValue();
            while (!updates.isEmpty() && updates.getFirst().isQuiet(now, WINDOW)) {
                updates.removeFirst().close(entity.getKey()).ifPresent(due::add);
                count--;
            }
            if (updates.isEmpty()) {
                entities.remove();
            }
        }
        return due;
    }

    /** Closes everything, complete or not. */
    List<Update> all() {
        return due(Instant.MAX);
    }

    boolean isEmpty() {
        return open.isEmpty();
    }
}
