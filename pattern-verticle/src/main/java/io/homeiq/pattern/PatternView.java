package io.homeiq.pattern;

import io.homeiq.contracts.pattern.Finding;
import io.homeiq.contracts.pattern.Pattern;
import io.homeiq.pattern.answer.Answers;
import io.homeiq.store.pattern.PatternPoint;
import io.homeiq.store.pattern.PatternStatistics;
import io.homeiq.store.pattern.StoredPattern;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Patterns as clients see them: the names of the older system, and what it did not have. */
final class PatternView {

    private PatternView() {}

    static Map<String, Object> of(StoredPattern stored) {
        Pattern pattern = stored.pattern();
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("id", pattern.id());
        view.put("pattern_type", Answers.word(pattern.kind()));
        view.put("device_id", pattern.entity());
        view.put("metadata", metadata(pattern));
        view.put("confidence", pattern.confidence());
        view.put("occurrences", pattern.occurrences());
        view.put("first_seen", pattern.firstSeen());
        view.put("last_seen", pattern.lastSeen());
        view.put("created_at", stored.createdAt());
        view.put("updated_at", stored.updatedAt());
        view.put("trend_direction", stored.trend().direction());
        view.put("trend_strength", stored.trend().strength());
        view.put("inactive", stored.retired());
        return view;
    }

    private static Map<String, Object> metadata(Pattern pattern) {
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("rule", pattern.rule());
        metadata.put("q_value", pattern.qValue());
        metadata.put("proven", pattern.isProven());
        if (pattern.finding() instanceof Finding.NotProposed not) {
            metadata.put("reason", not.reason());
        }
        if (pattern.drift() != null) {
            metadata.put("drift", pattern.drift());
        }
        if (pattern.evidence() != null) {
            metadata.put("evidence", pattern.evidence());
        }
        return metadata;
    }

    /** How it was found over time, and what became of it. */
    static Map<String, Object> history(StoredPattern stored, List<PatternPoint> points) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("pattern_id", stored.pattern().id());
        view.put("history", points);
        view.put("count", points.size());
        view.put("trend_direction", stored.trend().direction());
        view.put("trend_strength", stored.trend().strength());
        view.put("inactive", stored.retired());
        if (stored.pattern().drift() != null) {
            view.put("drift", stored.pattern().drift());
        }
        return view;
    }

    static Map<String, Object> of(PatternStatistics statistics) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("total_patterns", statistics.active());
        view.put("proven", statistics.proven());
        view.put("inactive", statistics.retired());
        view.put("by_type", Answers.counts(statistics.byKind()));
        view.put("unique_devices", statistics.entities());
        view.put("avg_confidence", statistics.averageConfidence());
        return view;
    }
}
