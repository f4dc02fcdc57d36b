package io.homeiq.mining;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.mining.memory.MemoryReader;
import io.homeiq.mining.memory.MemoryWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which entities people touched and nobody has looked at since, so that a device that changes all the time cannot take
 * all the time there is: each may be looked at some times in a row, and then once in a while (a token bucket in the time
 * of the events). What is put off stays, and is due later.
 */
final class Attention {

    /** Looks in a row. */
    static final int BURST = 4;

    /** After this long, in milliseconds, one more look is allowed. */
    static final long REFILL_MILLIS = 30_000;

    private final Set<EntityId> touched = new LinkedHashSet<>();

    /** From when on each entity has its whole burst again. */
    private final Map<EntityId, Long> fullFrom = new HashMap<>();

    void touch(EntityId entity) {
        touched.add(entity);
    }

    /** Whether nothing was touched that nobody has looked at since. */
    boolean isEmpty() {
        return touched.isEmpty();
    }

    /**
     * The entities to look at now, in the order in which they were touched.
     *
     * @param now the time of the newest event, in epoch milliseconds
     */
    List<EntityId> due(long now) {
        List<EntityId> due = new ArrayList<>();
        touched.removeIf(entity -> isDue(entity, now) && due.add(entity));
        return due;
    }

    private boolean isDue(EntityId entity, long now) {
        long full = Math.max(now, fullFrom.getOrDefault(entity, Long.MIN_VALUE));
        boolean allowed = full - now <= (BURST - 1) * REFILL_MILLIS;
        if (allowed) {
            fullFrom.put(entity, full + REFILL_MILLIS);
        }
        return allowed;
    }

    /** Nothing is to be looked at any more, for a look at everything comes. */
    void clear() {
        touched.clear();
    }

    void write(MemoryWriter out) throws IOException {
        out.count(touched.size(), MemoryWriter.MAX_ENTITIES);
        for (EntityId entity : touched) {
            out.entity(entity);
        }
        out.count(fullFrom.size(), MemoryWriter.MAX_ENTITIES);
        for (Map.Entry<EntityId, Long> entity : new TreeMap<>(fullFrom).entrySet()) {
            out.entity(entity.getKey());
            out.number(entity.getValue());
        }
    }

    /** Takes over what was written, into a fresh one. */
    void read(MemoryReader in) throws IOException {
        int count = in.count(MemoryReader.MAX_ENTITIES);
        for (int i = 0; i < count; i++) {
            touched.add(in.entity());
        }
        int looked = in.count(MemoryReader.MAX_ENTITIES);
        for (int i = 0; i < looked; i++) {
            fullFrom.put(in.entity(), in.number());
        }
    }
}
