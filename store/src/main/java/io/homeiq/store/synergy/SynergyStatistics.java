package io.homeiq.store.synergy;

import io.homeiq.contracts.synergy.SynergyType;
import java.util.Map;

/**
 * How many synergies a home has, rejected ones too.
 *
 * @param validated of these, those that a habit supports
 * @param averageImpact 0 to 1; 0 if there are none
 * @param averageConfidence 0 to 1; 0 if there are none
 * @param byType types without any are left out
 * @param byDepth by how many entities they tie; depths without any are left out
 */
public record SynergyStatistics(
        int total,
        int validated,
        double averageImpact,
        double averageConfidence,
        Map<SynergyType, Integer> byType,
        Map<Integer, Integer> byDepth) {

    public SynergyStatistics {
        byType = Map.copyOf(byType);
        byDepth = Map.copyOf(byDepth);
    }
}
