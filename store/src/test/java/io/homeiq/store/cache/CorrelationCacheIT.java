package io.homeiq.store.cache;

import static io.homeiq.store.Futures.get;
import static io.homeiq.store.Samples.HOME;
import static io.homeiq.store.Samples.JSON;
import static io.homeiq.store.Samples.OTHER_HOME;
import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.contracts.synergy.Correlation;
import io.homeiq.testing.MutableClock;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorrelationCacheIT {

    private static final Correlation COUNTED = new Correlation(40, 20, 25, 500, 30);

    @TempDir
    private Path folder;

    private final Vertx vertx = Vertx.vertx();
    private final MutableClock clock = MutableClock.at("2026-03-02T03:00:00Z");
    private Path file;
    private CorrelationCache cache;

    @BeforeEach
    void open() {
        file = folder.resolve("cache/correlation_cache.db");
        cache = open(CacheSettings.DEFAULT);
    }

    private CorrelationCache open(CacheSettings settings) {
        return new CorrelationCache(vertx, file, settings, JSON, clock);
    }

    @AfterEach
    void close() {
        get(cache.close());
        get(vertx.close());
    }

    @Test
    void answersFromMemoryAndThenFromTheFile() {
        // Given
        get(cache.put(Map.of(key("a"), COUNTED)));

        // When
        Map<CorrelationKey, Correlation> first = get(cache.find(List.of(key("a"), key("b"))));
        long memoryHits = cache.hits(CacheTier.MEMORY);
        long fileMisses = cache.misses(CacheTier.FILE);
        reopen(CacheSettings.DEFAULT);
        Map<CorrelationKey, Correlation> second = get(cache.find(List.of(key("a"))));
        Map<CorrelationKey, Correlation> third = get(cache.find(List.of(key("a"))));

        // Then
        assertThat(List.of(first, second, third)).containsOnly(Map.of(key("a"), COUNTED));
        assertThat(memoryHits).isEqualTo(1);
        assertThat(fileMisses).isEqualTo(1);
        assertThat(cache.misses(CacheTier.MEMORY)).isEqualTo(1);
        assertThat(cache.hits(CacheTier.FILE)).isEqualTo(1);
        assertThat(cache.hits(CacheTier.MEMORY)).isEqualTo(1);
    }

    @Test
    void tellsNoHomeWhatAnotherOneAsked() {
        // Given
        get(cache.put(Map.of(key("a"), COUNTED)));

        // When
        CorrelationKey theirs = new CorrelationKey(OTHER_HOME, "a", key("a").lastDay(), "v1");

        // Then
        assertThat(found(List.of(theirs))).isEmpty();
    }

    @Test
    void forgetsAfterAnHourInBothTiers() {
        // Given
        get(cache.put(Map.of(key("a"), COUNTED)));

        // When
        clock.advance(Duration.ofHours(1));

        // Then
        assertThat(found(List.of(key("a")))).isEmpty();
        reopen(CacheSettings.DEFAULT);
        assertThat(found(List.of(key("a")))).isEmpty();
    }

    @Test
    void whatHasNoRoomInMemoryIsInTheFile() {
        // Given
        reopen(new CacheSettings(Duration.ofHours(1), 10, 1_000));

        // When
        get(cache.put(many(100)));

        // Then
        assertThat(found(many(100).keySet())).hasSize(100);
        assertThat(cache.hits(CacheTier.FILE)).isGreaterThanOrEqualTo(90);
    }

    @Test
    void boundsTheFile() throws SQLException {
        // Given
        reopen(new CacheSettings(Duration.ofHours(1), 10, 30));

        // When
        get(cache.put(many(100)));

        // Then
        assertThat(rows()).isEqualTo(30);
    }

    @Test
    void dropsFromTheFileWhatIsTooOld() throws SQLException {
        // Given
        get(cache.put(many(20)));
        clock.advance(Duration.ofHours(2));

        // When
        get(cache.put(Map.of(key("new"), COUNTED)));

        // Then
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void beginsADamagedFileAnew() throws IOException {
        // Given
        get(cache.put(Map.of(key("a"), COUNTED)));
        get(cache.close());
        Files.writeString(file, "this is no database any more, but it is long enough to look like one");
        cache = open(CacheSettings.DEFAULT);

        // When
        Map<CorrelationKey, Correlation> lost = get(cache.find(List.of(key("a"))));
        get(cache.put(Map.of(key("a"), COUNTED)));

        // Then
        assertThat(lost).isEmpty();
        assertThat(file.resolveSibling("correlation_cache.db.damaged")).exists();
        reopen(CacheSettings.DEFAULT);
        assertThat(found(List.of(key("a")))).hasSize(1);
    }

    @Test
    void survivesThatItsFileIsTakenAway() throws IOException {
        // Given
        get(cache.put(Map.of(key("a"), COUNTED)));
        for (String ending : List.of("", "-wal", "-shm")) {
            Files.deleteIfExists(file.resolveSibling("correlation_cache.db" + ending));
        }

        // When
        get(cache.put(Map.of(key("b"), COUNTED)));
        Map<CorrelationKey, Correlation> found = get(cache.find(List.of(key("a"), key("b"))));

        // Then
        assertThat(found).hasSize(2);
    }

    @Test
    void leavesTheDatabaseOfSomethingElseAloneAndGoesOnInMemory() throws SQLException {
        // Given
        file = folder.resolve("shared.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("CREATE TABLE precious (thing TEXT)");
        }
        get(cache.close());
        cache = open(CacheSettings.DEFAULT);

        // When
        get(cache.put(Map.of(key("a"), COUNTED)));

        // Then
        assertThat(found(List.of(key("a")))).hasSize(1);
        assertThat(tables()).containsExactly("precious");
    }

    private Map<CorrelationKey, Correlation> found(Collection<CorrelationKey> keys) {
        return get(cache.find(keys));
    }

    private void reopen(CacheSettings settings) {
        get(cache.close());
        cache = open(settings);
    }

    private static Map<CorrelationKey, Correlation> many(int count) {
        return IntStream.range(0, count)
                .boxed()
                .collect(Collectors.toMap(i -> key("pair" + i), i -> new Correlation(i, 0, i, 0, 0)));
    }

    private static CorrelationKey key(String pair) {
        return new CorrelationKey(HOME, pair, LocalDate.of(2026, 3, 1), "v1");
    }

    private long rows() throws SQLException {
        return Long.parseLong(query("SELECT count(*) FROM correlations").getFirst());
    }

    private List<String> tables() throws SQLException {
        return query("SELECT name FROM sqlite_schema WHERE type = 'table'");
    }

    private List<String> query(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (row.next()) {
                values.add(row.getString(1));
            }
            return values;
        }
    }
}
