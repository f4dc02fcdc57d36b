package io.homeiq.training.ranking;

import io.homeiq.mining.ranking.EvidenceFeature;
import io.homeiq.mining.ranking.RankingExample;
import io.homeiq.mining.ranking.RankingFit;
import io.homeiq.mining.ranking.RankingModel;
import io.homeiq.mining.ranking.RankingQuality;
import io.homeiq.simulation.SimulationSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Trains a model that ranks suggestions, and measures it beside what there was before. The same homes give the same result. */
public final class RankerTraining {

    private final TrainingHomes homes;

    public RankerTraining(TrainingHomes homes) {
        this.homes = homes;
    }

    /**
     * Takes about a second a home; to be called where that may be waited for.
     *
     * @param before the model in use; null: none
     * @param stopped asked all the time whether to give up
     * @throws java.util.concurrent.CancellationException if it was stopped
     * @throws IllegalArgumentException if too little was found in the homes to learn from, or to measure with
     */
    public RankerOutcome run(@Nullable RankingModel before, BooleanSupplier stopped) {
        List<RankingExample> learned = new ArrayList<>();
        for (SimulationSettings home : homes.learned()) {
            learned.addAll(HomeExamples.of(home, stopped));
        }
        List<List<RankingExample>> heldOut = new ArrayList<>();
        for (SimulationSettings home : homes.heldOut()) {
            heldOut.add(HomeExamples.of(home, stopped));
        }
        RankingModel model = RankingFit.of(learned);
        return new RankerOutcome(
                model,
                learned.size(),
                heldOut.stream().mapToInt(List::size).sum(),
                RankingQuality.of(heldOut, model::score),
                RankingQuality.of(heldOut, features -> features.get(EvidenceFeature.CONFIDENCE)),
                before == null ? null : RankingQuality.of(heldOut, before::score));
    }
}
