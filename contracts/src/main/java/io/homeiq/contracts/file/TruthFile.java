package io.homeiq.contracts.file;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeId;
import io.homeiq.contracts.pattern.PatternKind;
import io.homeiq.contracts.rule.Rule;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code truth.json}: what is really the case in a sample home, to measure findings against.
 *
 * @param benchVersion of HomePatternBench, whose homes never change within a version; 0 for the plain sample home
 * @param seed gives the same home again
 * @param nullHome true: nothing was planted, so whatever is found is false
 * @param start inclusive
 * @param end exclusive
 * @param days local days
 * @param planted the routines that people of this home have
 * @param anomalies what happened against all habit, in order of time
 * @param causes who caused each state change, in the order of the log
 */
public record TruthFile(
        HomeId home,
        int benchVersion,
        long seed,
        boolean nullHome,
        Instant start,
        Instant end,
        int days,
        List<Planted> planted,
        List<Anomaly> anomalies,
        List<Caused> causes) {

    public TruthFile {
        planted = List.copyOf(planted);
        anomalies = List.copyOf(anomalies);
        causes = List.copyOf(causes);
        if (nullHome && !planted.isEmpty()) {
            throw new IllegalArgumentException("nothing is planted in a null home, was: " + planted.size());
        }
    }

    /**
     * One routine.
     *
     * @param id names it within this file
     * @param description in plain words
     * @param state what people set the entity to
     * @param rule the automation that would do the same
     * @param signals entities that tell of the occasion as well as the rule's own trigger; empty where nothing tells of it
     * @param leastDelaySeconds from the occasion to the act, at least; negative where people may be early
     * @param mostDelaySeconds the same, at most
     * @param change how the habit changed within these days; null if it did not
     * @param occurrences every time it was followed, in order of time
     */
    public record Planted(
            String id,
            PatternKind kind,
            String description,
            EntityId entityId,
            String state,
            Rule rule,
            List<EntityId> signals,
            double leastDelaySeconds,
            double mostDelaySeconds,
            @Nullable Change change,
            List<Instant> occurrences) {

        public Planted {
            signals = List.copyOf(signals);
            occurrences = List.copyOf(occurrences);
        }
    }

    /**
     * A habit that is not what it was.
     *
     * @param kind {@code moves, weakens} or {@code ends}
     * @param date the first day of the new ways
     * @param minutes how much later it is done from then on; negative: earlier; 0 unless it moves
     */
    public record Change(String kind, LocalDate date, int minutes) {}

    /**
     * Something that broke a habit or the usual order of the home, once.
     *
     * @param description in plain words
     */
    public record Anomaly(EntityId entityId, Instant time, String description) {}

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
