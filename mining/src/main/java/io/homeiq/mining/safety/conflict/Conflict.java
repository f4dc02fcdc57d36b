package io.homeiq.mining.safety.conflict;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.mining.safety.conduct.Conduct;
import java.util.List;
import java.util.Optional;

/**
 * One way in which automations get in each other's way.
 *
 * @param automations those that take part, the one that begins it first
 * @param entity what it is about; empty where it is about no single one
 * @param explanation one or two sentences in plain words that name the automations
 * @param trace what happened when it last did, line by line; empty if history does not show it
 */
@SuppressWarnings("ReferenceEquality") // two that say the same are two all the same
public record Conflict(
        ConflictKind kind,
        Gravity gravity,
        List<Conduct> automations,
        Optional<EntityId> entity,
        String explanation,
        List<String> trace) {

    public Conflict {
        automations = List.copyOf(automations);
        trace = List.copyOf(trace);
    }

    static Conflict of(
            ConflictKind kind, Gravity gravity, List<Conduct> automations, Optional<EntityId> entity, String words) {
        return new Conflict(kind, gravity, automations, entity, words, List.of());
    }

    /** With what history shows of it. */
    public Conflict with(List<String> shown) {
        return new Conflict(kind, gravity, automations, entity, explanation, shown);
    }

    /** Whether the automation takes part. */
    public boolean concerns(Conduct conduct) {
        return automations.stream().anyMatch(conduct::equals);
    }
}
