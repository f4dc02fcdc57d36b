package io.homeiq.app.evaluate;

import io.homeiq.contracts.home.HomeEvent;
import io.homeiq.contracts.home.HomeId;
import io.homeiq.contracts.pattern.Pattern;
import io.homeiq.mining.Miner;
import io.homeiq.mining.MiningSettings;
import io.homeiq.simulation.bench.BenchHome;
import io.homeiq.simulation.bench.BenchSettings;
import io.homeiq.simulation.engine.Chance;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Whether it matters how the events of a home arrive: in order and each once, as the log has them (some late, some
 * twice), or each up to a minute too late.
 */
final class OrderTrial {

    private static final double TOLERANCE = 1e-9;
    private static final double MOST_LATE_NANOS = 60e9;

    private final BenchHome home;
    private final long seed;

    OrderTrial(BenchSettings settings) {
        this.home = BenchHome.of(settings);
        this.seed = settings.seed();
    }

    private record Arrival(Instant time, HomeEvent event) {}

    /** True if all three ways give the same patterns with the same numbers. */
    boolean isSameInAnyOrder() {
        Chronicle chronicle = new Chronicle();
        List<HomeEvent> log = new ArrayList<>();
        home.events((event, cause) -> {
            chronicle.accept(event, cause);
            log.add(event);
        });
        List<HomeEvent> ordered = chronicle.inOrder().stream().map(Told::event).toList();
        List<Pattern> batch = patterns(ordered);
        return same(batch, patterns(log)) && same(batch, patterns(shuffled(ordered)));
    }

    private List<HomeEvent> shuffled(List<HomeEvent> ordered) {
        Chance chance = new Chance(seed).fork("shuffle");
        List<Arrival> arrivals = new ArrayList<>();
        for (HomeEvent event : ordered) {
            arrivals.add(new Arrival(event.time().plusNanos((long) (chance.share() * MOST_LATE_NANOS)), event));
        }
        arrivals.sort(Comparator.comparing(Arrival::time));
        return arrivals.stream().map(Arrival::event).toList();
    }

    private List<Pattern> patterns(List<HomeEvent> events) {
        Miner miner = new Miner(HomeId.DEFAULT, home.registry(), home.automations(), MiningSettings.DEFAULT);
        events.forEach(miner::accept);
        miner.settle();
        return miner.analyse((stage, share) -> {}).patterns();
    }

    private static boolean same(List<Pattern> one, List<Pattern> other) {
        Map<String, Pattern> byRule = new HashMap<>();
        other.forEach(pattern -> byRule.put(key(pattern), pattern));
        return one.size() == other.size()
                && one.stream().allMatch(pattern -> {
                    Pattern twin = byRule.get(key(pattern));
                    return twin != null && isSame(pattern, twin);
                });
    }

    private static String key(Pattern pattern) {
        return pattern.kind() + " " + pattern.rule();
    }

    private static boolean isSame(Pattern one, Pattern other) {
        return one.isProven() == other.isProven()
                && one.occurrences() == other.occurrences()
                && Math.abs(one.confidence() - other.confidence()) <= TOLERANCE
                && Math.abs(one.qValue() - other.qValue()) <= TOLERANCE;
    }
}
