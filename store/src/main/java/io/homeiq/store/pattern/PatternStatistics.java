package io.homeiq.store.pattern;

import io.homeiq.contracts.pattern.PatternKind;
import io.vertx.sqlclient.Row;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/**
 * How many patterns a home has.
 *
 * @param active those that hold
 * @param retired those that do not hold any more
 * @param proven of the active ones, those that may be proposed
 * @param entities that the active ones are about
 * @param averageConfidence of the active ones, 0 to 1; 0 if there are none
 * @param byKind the active ones; kinds without any are left out
 */
public record PatternStatistics(
        int active, int retired, int proven, int entities, double averageConfidence, Map<PatternKind, Integer> byKind) {

    public PatternStatistics {
        byKind = Map.copyOf(byKind);
    }

    /** From one row for each kind and whether it holds. */
    static PatternStatistics of(Iterable<Row> groups, int entities) {
        int active = 0;
        int retired = 0;
        int proven = 0;
        double confidence = 0;
        Map<PatternKind, Integer> byKind = new EnumMap<>(PatternKind.class);
        for (Row group : groups) {
            int patterns = group.getInteger("patterns");
            if (group.getInteger("deprecated") == 1) {
                retired += patterns;
            } else {
                active += patterns;
                proven += group.getInteger("proven");
                confidence += group.getDouble("confidence");
                byKind.put(PatternKind.valueOf(group.getString("pattern_type").toUpperCase(Locale.ROOT)), patterns);
            }
        }
        return new PatternStatistics(active, retired, proven, entities, active == 0 ? 0 : confidence / active, byKind);
    }
}
