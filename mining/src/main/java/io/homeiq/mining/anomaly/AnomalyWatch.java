package io.homeiq.mining.anomaly;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.StateChange;
import io.homeiq.contracts.pattern.Pattern;
import io.homeiq.contracts.pattern.PatternId;
import io.homeiq.contracts.pattern.PatternKind;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Looks at doors and windows as they open and close, and tells each oddity once. For the thread of the miner alone. */
public final class AnomalyWatch {

    /** What was told longer ago than so many oddities cannot come again: only the latest days are judged. */
    private static final int MAX_REMEMBERED = 200;

    private final AnomalySearch search;
    private final LinkedHashMap<PatternId, Pattern> told = new LinkedHashMap<>();
    private final Set<EntityId> moved = new LinkedHashSet<>();

    public AnomalyWatch(AnomalySearch search) {
        this.search = search;
    }

    /** Told before, by whomever. */
    public void remember(List<Pattern> patterns) {
        patterns.stream()
                .filter(pattern -> pattern.kind() == PatternKind.ANOMALY)
                .forEach(pattern -> told.put(pattern.id(), pattern));
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
                .filter(pattern -> pattern.entity().equals(entity))
                .map(Pattern::firstSeen)
                .toList();
    }

    /** Everything odd in the history, the latest first. */
    public List<Pattern> all() {
        List<Pattern> all = search.all();
        remember(all);
        return all;
    }
}
