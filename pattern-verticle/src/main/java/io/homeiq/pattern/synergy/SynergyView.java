package io.homeiq.pattern.synergy;

import io.homeiq.contracts.synergy.Correlation;
import io.homeiq.contracts.synergy.Synergy;
import io.homeiq.pattern.answer.Answers;
import io.homeiq.store.synergy.StoredSynergy;
import io.homeiq.store.synergy.SynergyStatistics;
import java.util.LinkedHashMap;
import java.util.Map;

/** Synergies as clients see them: the names of the older system, and what it did not have. */
final class SynergyView {

    private SynergyView() {}

    static Map<String, Object> of(StoredSynergy stored) {
        Synergy synergy = stored.synergy();
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("synergy_id", synergy.id());
        view.put("synergy_type", Answers.word(synergy.type()));
        view.put("device_ids", synergy.entities());
        view.put("synergy_depth", synergy.depth());
        view.put("impact_score", synergy.impactScore());
        view.put("complexity", Answers.word(synergy.complexity()));
        view.put("confidence", synergy.confidence());
        if (synergy.areaId() != null) {
            view.put("area", synergy.areaId());
        }
        view.put("validated_by_patterns", !synergy.supportingPatterns().isEmpty());
        view.put("supporting_pattern_ids", synergy.supportingPatterns());
        view.put("rule", synergy.rule());
        view.put("correlation", of(synergy.correlation()));
        view.put("created_at", stored.createdAt());
        view.put("updated_at", stored.updatedAt());
        return view;
    }

    private static Map<String, Object> of(Correlation counted) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("occasions", counted.occasions());
        view.put("followed", counted.followed());
        view.put("acts", counted.acts());
        view.put("share", counted.share());
        view.put("chance", counted.chance());
        return view;
    }

    static Map<String, Object> of(SynergyStatistics statistics) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("total_synergies", statistics.total());
        view.put("validated_by_patterns", statistics.validated());
        view.put("by_type", Answers.counts(statistics.byType()));
        view.put("by_depth", statistics.byDepth());
        view.put("avg_impact_score", statistics.averageImpact());
        view.put("avg_confidence", statistics.averageConfidence());
        return view;
    }
}
