package io.homeiq.app.bench.services;

import io.homeiq.app.bench.Measure;
import io.homeiq.app.bench.Quantiles;
import io.homeiq.app.terminal.Console;
import io.homeiq.contracts.home.HomeId;
import io.homeiq.contracts.json.WireJson;
import io.homeiq.contracts.synergy.Correlation;
import io.homeiq.store.cache.CacheSettings;
import io.homeiq.store.cache.CacheTier;
import io.homeiq.store.cache.CorrelationCache;
import io.homeiq.store.cache.CorrelationKey;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** How long one answer of the correlation cache takes: from memory, and from its file after a restart. */
final class CachePart implements Part {

    private static final int IN_MEMORY = 1_000;
    private static final int IN_FILE = 20_000;
    private static final int ROUNDS = 20;
    private static final int PATIENCE_SECONDS = 120;
    private static final double QUANTILE = 0.99;
    private static final double MEMORY_FLOOR = 1;
    private static final double FILE_FLOOR = 5;

    @Override
    public List<Measure> run(Path folder, Mosquitto broker, Console console) throws Exception {
        Vertx vertx = Vertx.vertx();
        try {
            Path file = folder.resolve("correlations.db");
            CorrelationCache first = open(vertx, file);
            result(first.put(entries()));
            result(first.close());
            CorrelationCache cache = open(vertx, file);
            double[] fromFile = look(cache, 0, IN_FILE);
            long hits = cache.hits(CacheTier.FILE);
            if (hits != IN_FILE) {
                throw new IllegalStateException("only " + hits + " of " + IN_FILE + " came from the file");
            }
            double[] fromMemory = new double[0];
            for (int round = 0; round < ROUNDS; round++) {
                fromMemory = look(cache, IN_FILE - IN_MEMORY, IN_FILE);
            }
            result(cache.close());
            return List.of(
                    new Measure("cache hit in memory, 99 of 100", at(fromMemory), "ms", MEMORY_FLOOR, true),
                    new Measure("cache hit in SQLite, 99 of 100", at(fromFile), "ms", FILE_FLOOR, true));
        } finally {
            result(vertx.close());
        }
    }

    private static CorrelationCache open(Vertx vertx, Path file) {
        return new CorrelationCache(vertx, file, CacheSettings.DEFAULT, new WireJson(), Clock.systemUTC());
    }

    private static double at(double[] millis) {
        return new Quantiles(millis).at(QUANTILE);
    }

    private static Map<CorrelationKey, Correlation> entries() {
        Map<CorrelationKey, Correlation> entries = new HashMap<>();
        for (int i = 0; i < IN_FILE; i++) {
            entries.put(key(i), new Correlation(i + 1, i, i, 2 * i, i));
        }
        return entries;
    }

    private static double[] look(CorrelationCache cache, int from, int to) throws Exception {
        double[] millis = new double[to - from];
        for (int i = from; i < to; i++) {
            long start = System.nanoTime();
            result(cache.find(List.of(key(i))));
            millis[i - from] = (System.nanoTime() - start) / 1e6;
        }
        return millis;
    }

    private static CorrelationKey key(int number) {
        return new CorrelationKey(
                HomeId.DEFAULT, "light.a_" + number + " light.b", LocalDate.of(2026, 3, 1), "60 days");
    }

    private static <T> T result(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
}
