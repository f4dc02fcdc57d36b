package io.homeiq.simulation;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.pattern.PatternKind;
import io.homeiq.contracts.rule.Rule;
import java.time.Instant;
import java.util.List;

/**
 * A routine that people of the home really have.
 *
 * @param id names it within its home
 * @param rule the automation that would do the same
 * @param occurrences every time it was followed, in order of time
 */
public record PlantedRoutine(
        String id, PatternKind kind, EntityId entity, String state, Rule rule, List<Instant> occurrences) {

    public PlantedRoutine {
        occurrences = List.copyOf(occurrences);
    }
}
