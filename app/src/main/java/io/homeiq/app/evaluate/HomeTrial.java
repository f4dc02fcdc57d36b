package io.homeiq.app.evaluate;

import io.homeiq.contracts.home.HomeId;
import io.homeiq.contracts.home.HomeRegistry;
import io.homeiq.contracts.home.StateChange;
import io.homeiq.contracts.suggestion.SafetyVerdict;
import io.homeiq.mining.Analysis;
import io.homeiq.mining.Miner;
import io.homeiq.mining.MiningSettings;
import io.homeiq.mining.attribution.Attribution;
import io.homeiq.mining.safety.SafetyPolicy;
import io.homeiq.simulation.Truth;
import io.homeiq.simulation.bench.BenchHome;
import io.homeiq.simulation.bench.BenchSettings;
import io.homeiq.simulation.score.AnomalyScore;
import io.homeiq.simulation.score.AttributionScore;
import io.homeiq.simulation.score.HomeScore;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * Makes up one home and mines it in memory, with the same miner and settings as an analysis of files: the events come
 * in order of time and each once, as the history puts them there.
 */
final class HomeTrial {

    private static final double NANOS = 1e9;

    private final LongSupplier nanoClock;

    HomeTrial(LongSupplier nanoClock) {
        this.nanoClock = nanoClock;
    }

    /** Everything that is measured of the home. */
    Trial run(BenchSettings settings) {
        long start = nanoClock.getAsLong();
        BenchHome home = BenchHome.of(settings);
        HomeRegistry registry = home.registry();
        Chronicle chronicle = new Chronicle();
        Truth truth = home.tell(chronicle);
        ZoneId zone = registry.config().timeZone();
        Miner miner = new Miner(HomeId.DEFAULT, registry, home.automations(), MiningSettings.DEFAULT);
        HabitWatch watch = HabitWatch.of(truth, zone);
        List<Attribution> first = mine(chronicle, miner, watch);
        Analysis analysis = miner.analyse((stage, share) -> {});
        SafetyPolicy safety = new SafetyPolicy(registry);
        return new Trial(
                truth,
                registry,
                HomeScore.of(
                        truth,
                        zone,
                        analysis.proven(),
                        rule -> safety.judge(rule).verdict() == SafetyVerdict.BLOCK),
                analysis.patterns(),
                score(chronicle, first, miner),
                watch.score(),
                AnomalyScore.of(truth, analysis.patterns()),
                watch.stories(),
                (nanoClock.getAsLong() - start) / NANOS);
    }

    /** Lets the miner hear everything; what it says of each event when it hears it. */
    private static List<Attribution> mine(Chronicle chronicle, Miner miner, HabitWatch watch) {
        List<Attribution> first = new ArrayList<>();
        for (Told told : chronicle.inOrder()) {
            watch.at(told.event().time(), miner);
            first.add(miner.accept(told.event()));
        }
        miner.settle();
        return first;
    }

    /** As an attribution file says it: with all that the whole history tells. */
    private static AttributionScore score(Chronicle chronicle, List<Attribution> first, Miner miner) {
        AttributionScore score = AttributionScore.NOTHING;
        List<Told> events = chronicle.inOrder();
        for (int i = 0; i < events.size(); i++) {
            if (events.get(i).event() instanceof StateChange change) {
                Attribution attribution = miner.secondOpinion(change, first.get(i));
                score = score.with(
                        attribution.cause().name().toLowerCase(Locale.ROOT),
                        events.get(i).cause().kind());
            }
        }
        return score;
    }

    /** Who did what alone, without looking for habits. */
    AttributionScore attribution(BenchSettings settings) {
        BenchHome home = BenchHome.of(settings);
        Chronicle chronicle = new Chronicle();
        home.events(chronicle);
        Miner miner = new Miner(HomeId.DEFAULT, home.registry(), home.automations(), MiningSettings.DEFAULT);
        return score(chronicle, mine(chronicle, miner, HabitWatch.NONE), miner);
    }
}
