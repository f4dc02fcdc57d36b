package io.homeiq.store.cache;

import io.homeiq.contracts.json.WireJson;
import io.homeiq.contracts.synergy.Correlation;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Correlations counted before, in memory and behind that in a file which outlives the process. Losing the file costs time,
 * never data: what cannot be read or written is a miss, and a damaged file is begun anew. The file is touched on a thread of
 * its own. Safe to use from every thread.
 */
public final class CorrelationCache {

    private static final Logger LOG = LoggerFactory.getLogger(CorrelationCache.class);

    /** Longer than any look into the file: beyond it Vert.x begins to warn. */
    private static final long MAX_WORK_SECONDS = 30;

    private final Path file;
    private final CacheSettings settings;
    private final WireJson json;
    private final InstantSource clock;
    private final WorkerExecutor worker;
    private final MemoryTier memory;
    private final Map<CacheTier, TierCount> counts = new EnumMap<>(CacheTier.class);

    /** Used on the worker's one thread alone; null while the file cannot be used. */
    private @Nullable FileTier stored;

    /**
     * Opens nothing yet: the file is opened or made when it is asked for the first time.
     *
     * @param file may be missing, and so may its folder
     * @param clock tells when an entry is too old
     */
    public CorrelationCache(Vertx vertx, Path file, CacheSettings settings, WireJson json, InstantSource clock) {
        this.file = file;
        this.settings = settings;
        this.json = json;
        this.clock = clock;
        this.worker = vertx.createSharedWorkerExecutor(
                "homeiq-cache-" + file.toAbsolutePath(), 1, MAX_WORK_SECONDS, TimeUnit.SECONDS);
        this.memory = new MemoryTier(settings.maxInMemory());
        for (CacheTier tier : CacheTier.values()) {
            counts.put(tier, new TierCount());
        }
    }

    /** What is known of these; what is not is left out. Never fails. */
    public Future<Map<CorrelationKey, Correlation>> find(Collection<CorrelationKey> keys) {
        Instant now = clock.instant();
        Map<CorrelationKey, Correlation> found = new LinkedHashMap<>();
        List<CorrelationKey> missing = new ArrayList<>();
        for (CorrelationKey key : keys) {
            memory.find(key, now).ifPresentOrElse(entry -> found.put(key, entry.correlation()), () -> missing.add(key));
        }
        count(CacheTier.MEMORY, keys.size(), found.size());
        if (missing.isEmpty()) {
            return Future.succeededFuture(found);
        }
        return inFile(tier -> tier.find(missing, now), Map.<CorrelationKey, CachedCorrelation>of())
                .map(more -> {
                    count(CacheTier.FILE, missing.size(), more.size());
                    more.forEach((key, entry) -> {
                        memory.put(key, entry);
                        found.put(key, entry.correlation());
                    });
                    return found;
                });
    }

    /** Keeps these; they can be found at once, and by a later process when the future succeeds. Never fails. */
    public Future<Void> put(Map<CorrelationKey, Correlation> counted) {
        Instant now = clock.instant();
        Map<CorrelationKey, CachedCorrelation> entries = new LinkedHashMap<>();
        counted.forEach((key, correlation) ->
                entries.put(key, new CachedCorrelation(correlation, now.plus(settings.timeToLive()))));
        entries.forEach(memory::put);
        return entries.isEmpty()
                ? Future.succeededFuture()
                : inFile(
                                tier -> {
                                    tier.put(entries, now);
                                    return true;
                                },
                                false)
                        .mapEmpty();
    }

    /** Entries found in this tier since the start. */
    public long hits(CacheTier tier) {
        return countOf(tier).hits();
    }

    /** Entries looked for in this tier in vain since the start. */
    public long misses(CacheTier tier) {
        return countOf(tier).misses();
    }

    private void count(CacheTier tier, int asked, int found) {
        countOf(tier).count(asked, found);
    }

    private TierCount countOf(CacheTier tier) {
        return counts.getOrDefault(tier, new TierCount());
    }

    @FunctionalInterface
    private interface FileWork<T> {

        T on(FileTier tier) throws SQLException;
    }

    /** Not "ordered" in Vert.x's sense, which would hold up all other blocking work of the context. */
    private <T> Future<T> inFile(FileWork<T> work, T otherwise) {
        return worker.executeBlocking(() -> blocking(work), false)
                .map(Objects::requireNonNull)
                .recover(failure -> {
                    LOG.info("the cache file {} is done without this time: {}", file, failure.getMessage());
                    return Future.succeededFuture(otherwise);
                });
    }

    /** A file that fails is opened again: it may have been damaged, or taken away, since it was opened. */
    private <T> T blocking(FileWork<T> work) throws SQLException, IOException {
        FileTier open = stored;
        if (open != null) {
            try {
                return work.on(open);
            } catch (SQLException e) {
                LOG.info("the cache file {} is opened again: {}", file, e.getMessage());
                closeFile();
            }
        }
        FileTier fresh = new FileTier(CacheFile.open(file), json, settings.maxInFile());
        stored = fresh;
        return work.on(fresh);
    }

    private boolean closeFile() throws SQLException {
        FileTier open = stored;
        stored = null;
        if (open != null) {
            open.close();
        }
        return true;
    }

    /** Closes the file, when what was begun has ended. */
    public Future<Void> close() {
        return worker.executeBlocking(this::closeFile, false)
                .otherwise(false)
                .eventually(worker::close)
                .mapEmpty();
    }
}
