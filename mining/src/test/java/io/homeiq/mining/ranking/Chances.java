package io.homeiq.mining.ranking;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Predicate;

/** Made-up evidence, from a seed. */
final class Chances {

    private final SplittableRandom random;

    Chances(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** Every feature somewhere between 0 and 1, independently. */
    EvidenceFeatures features() {
        Map<EvidenceFeature, Double> values = new EnumMap<>(EvidenceFeature.class);
        for (EvidenceFeature feature : EvidenceFeature.values()) {
            values.put(feature, random.nextDouble());
        }
        return new EvidenceFeatures(values);
    }

    /** Examples of which this is the truth, but for a share of them. */
    List<RankingExample> examples(int number, double mistaken, Predicate<EvidenceFeatures> truth) {
        List<RankingExample> examples = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            EvidenceFeatures features = features();
            boolean right = random.nextDouble() >= mistaken;
            examples.add(new RankingExample(features, truth.test(features) == right));
        }
        return examples;
    }

    /** The same evidence with another number for one feature. */
    static EvidenceFeatures with(EvidenceFeatures features, EvidenceFeature feature, double value) {
        Map<EvidenceFeature, Double> values = new EnumMap<>(features.values());
        values.put(feature, value);
        return new EvidenceFeatures(values);
    }
}
