package io.homeiq.contracts.synergy;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.pattern.PatternId;
import io.homeiq.contracts.rule.Rule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Devices that would go well together and do not yet: no automation ties them, and no proven habit.
 *
 * @param entities in the order in which they act, the trigger first; 2 to {@link #MAX_DEPTH}, none twice
 * @param rule the automation that would tie them
 * @param areaId Home Assistant's id of the area that they share; null if it concerns the whole home
 * @param impactScore 0 to 1: how much of the handwork it would take over, and how rightly
 * @param confidence 0 to 1: the lower bound of the share of occasions at which somebody would have done it anyway
 * @param correlation what was counted
 * @param supportingPatterns habits, proven or not, that say something alike
 */
public record Synergy(
        SynergyId id,
        SynergyType type,
        List<EntityId> entities,
        Rule rule,
        @Nullable String areaId,
        double impactScore,
        double confidence,
        Complexity complexity,
        Correlation correlation,
        List<PatternId> supportingPatterns) {

    /** Two is a pair. */
    public static final int MIN_DEPTH = 2;

    /** Longer chains are more than anybody would look through. */
    public static final int MAX_DEPTH = 4;

    public Synergy {
        entities = List.copyOf(entities);
        supportingPatterns = List.copyOf(supportingPatterns);
        boolean isChain = entities.size() >= MIN_DEPTH && entities.size() <= MAX_DEPTH;
        if (!isChain || entities.stream().distinct().count() != entities.size()) {
            throw new IllegalArgumentException(
                    "a synergy has " + MIN_DEPTH + " to " + MAX_DEPTH + " entities, none twice, was: " + entities);
        }
        if (!(0 <= impactScore && impactScore <= 1) || !(0 <= confidence && confidence <= 1)) {
            throw new IllegalArgumentException(
                    "impactScore and confidence must lie within 0 and 1, were: " + impactScore + ", " + confidence);
        }
    }

    /** What they are ranked by, 0 to 1: the impact, as surely as it is known. */
    public double worth() {
        return impactScore * confidence;
    }

    /** How many entities it ties: 2 to {@link #MAX_DEPTH}. */
    public int depth() {
        return entities.size();
    }
}
