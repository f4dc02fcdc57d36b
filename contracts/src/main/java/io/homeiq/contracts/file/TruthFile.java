package io.homeiq.contracts.file;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeId;
import io.homeiq.contracts.pattern.PatternKind;
import io.homeiq.contracts.rule.Rule;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code truth.json}: what is really the case in a sample home, to measure findings against.
 *
 * @param seed gives the same home again
 * @param nullHome true: nothing was planted, so whatever is found is false
 * @param start inclusive
 * @param end exclusive
 * @param days local days
 * @param planted the routines that people of this home have
 * @param causes who caused each state change, in the order of the log
 */
public record TruthFile(
        HomeId home,
        long seed,
        boolean nullHome,
        Instant start,
        Instant end,
        int days,
        List<Planted> planted,
        List<Caused> causes) {

    public TruthFile {
        planted = List.copyOf(planted);
        causes = List.copyOf(causes);
        if (nullHome && !planted.isEmpty()) {
            throw new IllegalArgumentException("nothing is planted in a null home, was: " + planted.size());
        }
    }

    /**
     * One routine.
     *
     * @param id names it within this file
     * @param state what people set the entity to
     * @param rule the automation that would do the same
     * @param occurrences every time it was followed, in order of time
     */
    public record Planted(
            String id, PatternKind kind, EntityId entityId, String state, Rule rule, List<Instant> occurrences) {

        public Planted {
            occurrences = List.copyOf(occurrences);
        }
    }

    /**
     * Who really caused one change.
     *
     * @param cause as in {@link AttributionLine}
     * @param person user id of whoever did it through Home Assistant
     * @param automation the automation, script or scene that did it
     * @param routine id of the planted routine that it belongs to
     */
    public record Caused(
            EntityId entityId,
            Instant time,
            String cause,
            @Nullable String person,
            @Nullable EntityId automation,
            @Nullable String routine) {}
}
