package io.homeiq.app.evaluate;

import io.homeiq.contracts.home.HomeEvent;
import io.homeiq.contracts.home.HomeId;
import io.homeiq.contracts.pattern.Pattern;
import io.homeiq.mining.Miner;
import io.homeiq.mining.MiningSettings;
import io.homeiq.simulation.bench.BenchHome;
import io.homeiq.simulation.bench.BenchSettings;
import io.homeiq.simulation.engine.Chance;
import io.homeiq.store.history.HistoryFilter;
import io.homeiq.store.history.HistoryLog;
import io.homeiq.store.history.HistoryReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whether it matters how the events of a home arrive: in order, looked at live again and again or only at the end; as a log has
 * them (some late, some twice); or each up to a minute too late, and many of them twice. What comes late goes through the
 * history, as in the running system: it puts everything in order, and what is found is found in that order.
 */
final class OrderTrial {

    private static final double MOST_LATE_NANOS = 60e9;
    private static final double DOUBLED_SHARE = 0.1;
    private static final int BATCH = 5_000;
    private static final int NEVER = Integer.MAX_VALUE;

    /** As often as a running home is looked at for about every hundredth event. */
    private static final int LOOK_EVERY = 100;

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
        List<Pattern> batch = patterns(throughHistory(log), NEVER);
        return SamePatterns.are(batch, patterns(throughHistory(log), LOOK_EVERY))
                && SamePatterns.are(batch, patterns(throughHistory(shuffled(ordered)), NEVER));
    }

    private static List<HomeEvent> throughHistory(List<HomeEvent> arriving) {
        try {
            Path folder = Files.createTempDirectory("homeiq-order-");
            Path file = folder.resolve("history.db");
            List<HomeEvent> ordered = new ArrayList<>();
            try (HistoryLog log = HistoryLog.openScratch(file);
                    HistoryReader reader = log.reader()) {
                for (int from = 0; from < arriving.size(); from += BATCH) {
                    log.append(arriving.subList(from, Math.min(arriving.size(), from + BATCH)), "trial");
                }
                reader.byTime(HistoryFilter.everything(), event -> ordered.add(event.event()));
            }
            delete(folder);
            return ordered;
        } catch (IOException e) {
            throw new UncheckedIOException("a history of a trial", e);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private List<HomeEvent> shuffled(List<HomeEvent> ordered) {
        Chance chance = new Chance(seed).fork("shuffle");
        List<Arrival> arrivals = new ArrayList<>();
        for (HomeEvent event : ordered) {
            arrivals.add(late(event, chance));
            if (chance.share() < DOUBLED_SHARE) {
                arrivals.add(late(event, chance));
            }
        }
        arrivals.sort(Comparator.comparing(Arrival::time));
        return arrivals.stream().map(Arrival::event).toList();
    }

    private static Arrival late(HomeEvent event, Chance chance) {
        return new Arrival(event.time().plusNanos((long) (chance.share() * MOST_LATE_NANOS)), event);
    }

    private List<Pattern> patterns(List<HomeEvent> events, int lookEvery) {
        Miner miner = new Miner(HomeId.DEFAULT, home.registry(), home.automations(), MiningSettings.DEFAULT);
        for (int i = 0; i < events.size(); i++) {
            miner.accept(events.get(i));
            if (i % lookEvery == lookEvery - 1) {
                miner.fresh();
            }
        }
        miner.settle();
        return miner.analyse((stage, share) -> {}).patterns();
    }
}
