package io.homeiq.mining.anomaly;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.StateChange;
import io.homeiq.contracts.pattern.Pattern;
import io.homeiq.contracts.pattern.PatternId;
import io.homeiq.contracts.pattern.PatternKind;
import io.homeiq.mining.memory.MemoryReader;
import io.homeiq.mining.memory.MemoryWriter;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Looks at doors and windows as they open and close, and tells each oddity once. For the thread of the miner alone. */
public final class AnomalyWatch {

    /** What was told longer ago than so many oddities cannot come again: only the latest days are judged. */
    private static final int MAX_REMEMBERED = 200;

    /** What is kept of an oddity: of which contact, and when. */
    private record Told(EntityId entity, Instant time) {}

    private final AnomalySearch search;
    private final LinkedHashMap<PatternId, Told> told = new LinkedHashMap<>();
    private final Set<EntityId> moved = new LinkedHashSet<>();

    public AnomalyWatch(AnomalySearch search) {
        this.search = search;
    }

    /** Told before, by whomever. */
    public void remember(List<Pattern> patterns) {
        patterns.stream()
                .filter(pattern -> pattern.kind() == PatternKind.ANOMALY)
                .forEach(pattern -> told.put(pattern.id(), new Told(pattern.entity(), pattern.firstSeen())));
        while (told.size() > MAX_REMEMBERED) {
            told.pollFirstEntry();
        }
    }

    /** Something changed; it is looked at when {@link #fresh} is asked for. */
    public void note(StateChange change) {
        if (change.isStateChanged() && search.isWatched(change.entityId())) {
            moved.add(change.entityId());
        }
    }

    /** Whether nothing was noted since the last look. */
    public boolean isCalm() {
        return moved.isEmpty();
    }

    /** Whatever was noted so far is old. */
    public void settle() {
        moved.clear();
    }

    /** What was odd since the last call. */
    public List<Pattern> fresh() {
        // The whole family of tests is only looked at when one of them could stand out.
        boolean odd = moved.stream().anyMatch(entity -> search.isSuspicious(entity, toldOf(entity)));
        moved.clear();
        if (!odd) {
            return List.of();
        }
        List<Pattern> fresh = search.all().stream()
                .filter(pattern -> !told.containsKey(pattern.id()))
                .toList();
        remember(fresh);
        return fresh;
    }

    private List<Instant> toldOf(EntityId entity) {
        return told.values().stream()
                .filter(one -> one.entity().equals(entity))
                .map(Told::time)
                .toList();
    }

    /** Everything odd in the history, the latest first. */
    public List<Pattern> all() {
        List<Pattern> all = search.all();
        remember(all);
        return all;
    }

    public void write(MemoryWriter out) throws IOException {
        out.count(told.size(), MAX_REMEMBERED);
        for (Map.Entry<PatternId, Told> pattern : told.entrySet()) {
            out.text(pattern.getKey().value());
            out.entity(pattern.getValue().entity());
            out.instant(pattern.getValue().time());
        }
        out.count(moved.size(), MemoryWriter.MAX_ENTITIES);
        for (EntityId entity : moved) {
            out.entity(entity);
        }
    }

    /** Takes over what was written, into a fresh one. */
    public void read(MemoryReader in) throws IOException {
        int count = in.count(MAX_REMEMBERED);
        for (int i = 0; i < count; i++) {
            String id = in.text();
            if (!PatternId.isValid(id)) {
                throw MemoryReader.broken("an oddity without a name");
            }
            told.put(new PatternId(id), new Told(in.entity(), in.instant()));
        }
        int contacts = in.count(MemoryReader.MAX_ENTITIES);
        for (int i = 0; i < contacts; i++) {
            moved.add(in.entity());
        }
    }
}
