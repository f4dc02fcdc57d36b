package io.homeiq.mining.timeline;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.StateChange;
import io.homeiq.mining.attribution.Attribution;
import io.homeiq.mining.memory.MemoryReader;
import io.homeiq.mining.memory.MemoryWriter;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * When automations and scripts ran and scenes were asked for, as their own entities show: that is recorded also where
 * no context ties a change to its cause.
 */
public final class Runs {

    /** A home with more automations than this has most of them off. */
    public static final int MAX_RUNNERS = 2_000;

    /** Not a state that anything takes: a run is a moment. */
    public static final short RUN = StateNames.OTHER;

    private static final Set<String> RUNNERS = Set.of("automation", "script", "scene");

    private static final Set<String> SWITCHES = Set.of("on", "off", "unavailable", "unknown");

    private final Map<EntityId, Timeline> runs = new TreeMap<>();
    private boolean tied;

    void note(StateChange change, Attribution who) {
        EntityId runner = who.automation();
        tied |= runner != null && !runner.equals(change.entityId());
        if (!isRun(change)) {
            return;
        }
        Timeline known = runs.get(change.entityId());
        if (known == null && runs.size() < MAX_RUNNERS) {
            known = new Timeline();
            runs.put(change.entityId(), known);
        }
        if (known != null) {
            known.add(change.time().toEpochMilli(), RUN, Timeline.NO_LEVEL, Doer.NOBODY);
        }
    }

    /** An automation that ran tells a new time of it and nothing else, a script goes on, a scene becomes the time. */
    private static boolean isRun(StateChange change) {
        String after = change.after();
        if (after == null) {
            return false;
        }
        return switch (change.entityId().domain()) {
            case "automation" -> after.equals("on") && !change.isStateChanged();
            case "script" -> after.equals("on") && change.isStateChanged();
            case "scene" -> !SWITCHES.contains(after) && change.isStateChanged();
            default -> false;
        };
    }

    /** Whether its moments are runs, not states. */
    public static boolean isRunner(EntityId entity) {
        return RUNNERS.contains(entity.domain());
    }

    /** Whether contexts tie what automations, scripts and scenes do to their runs. */
    public boolean areTied() {
        return tied;
    }

    /** By entity id, each with the moments of its runs. */
    public Map<EntityId, Timeline> all() {
        return runs;
    }

    void write(MemoryWriter out) throws IOException {
        out.flag(tied);
        out.count(runs.size(), MAX_RUNNERS);
        for (Map.Entry<EntityId, Timeline> runner : runs.entrySet()) {
            out.entity(runner.getKey());
            runner.getValue().write(out);
        }
    }

    /** Takes over what was written, into fresh ones. */
    void read(MemoryReader in) throws IOException {
        tied = in.flag();
        int count = in.count(MAX_RUNNERS);
        for (int i = 0; i < count; i++) {
            runs.put(in.entity(), Timeline.read(in, RUN + 1));
        }
    }
}
