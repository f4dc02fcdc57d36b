package io.homeiq.training.ranking;

import io.homeiq.contracts.home.HomeEvent;
import io.homeiq.contracts.home.HomeId;
import io.homeiq.contracts.pattern.Pattern;
import io.homeiq.mining.Miner;
import io.homeiq.mining.MiningSettings;
import io.homeiq.mining.Progress;
import io.homeiq.mining.ranking.EvidenceFeatures;
import io.homeiq.mining.ranking.RankingExample;
import io.homeiq.simulation.SampleHome;
import io.homeiq.simulation.SimulatedHome;
import io.homeiq.simulation.SimulationSettings;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/** Lets people live in a synthetic home, looks for habits in it as in any home, and says of each that was found whether it was planted. */
final class HomeExamples {

    private HomeExamples() {}

    /**
     * Everything found that was replayed on held-out days. Memory is that of one analysis; events are not kept.
     *
     * @param stopped asked all the time
     * @throws CancellationException when it says yes
     */
    static List<RankingExample> of(SimulationSettings settings, BooleanSupplier stopped) {
        SimulatedHome home = SampleHome.generate(settings);
        Miner miner = new Miner(HomeId.DEFAULT, home.registry(), home.automations(), MiningSettings.DEFAULT);
        OrderedLog log = new OrderedLog(miner::accept);
        home.events((HomeEvent event) -> {
            if (stopped.getAsBoolean()) {
                throw new CancellationException("the service was stopped while it trained; start the training again");
            }
            log.accept(event);
        });
        log.finish();
        PlantedHabits planted = new PlantedHabits(home.planted());
        return miner.analyse(Progress.IGNORED).patterns().stream()
                .flatMap(pattern ->
                        EvidenceFeatures.of(pattern).map(features -> example(pattern, features, planted)).stream())
                .toList();
    }

    private static RankingExample example(Pattern pattern, EvidenceFeatures features, PlantedHabits planted) {
        return new RankingExample(features, planted.contain(pattern.rule()));
    }
}
