package io.homeiq.store.pattern;

import io.homeiq.contracts.home.HomeId;
import io.homeiq.contracts.json.WireJson;
import io.homeiq.contracts.pattern.Pattern;
import io.homeiq.contracts.pattern.PatternId;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The patterns of all homes. A pattern keeps its row for good: when it does not hold any more, it is retired. */
public final class PatternRepository {

    private static final String FIND = "SELECT * FROM patterns WHERE home = ? AND id = ?";
    private static final String SAVE = """
            INSERT INTO patterns (home, id, pattern_type, device_id, pattern_metadata, confidence, q_value, proven,
                occurrences, created_at, updated_at, first_seen, last_seen, trend_direction, trend_strength, deprecated)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)
            ON CONFLICT (home, id) DO UPDATE SET
                pattern_type = excluded.pattern_type, device_id = excluded.device_id,
                pattern_metadata = excluded.pattern_metadata, confidence = excluded.confidence,
                q_value = excluded.q_value, proven = excluded.proven, occurrences = excluded.occurrences,
                updated_at = excluded.updated_at, first_seen = excluded.first_seen, last_seen = excluded.last_seen,
                trend_direction = excluded.trend_direction, trend_strength = excluded.trend_strength, deprecated = 0""";
    private static final String COUNT = """
            SELECT pattern_type, deprecated, count(*) AS patterns, sum(proven) AS proven, sum(confidence) AS confidence
            FROM patterns WHERE home = ? GROUP BY pattern_type, deprecated ORDER BY pattern_type""";
    private static final String COUNT_ENTITIES =
            "SELECT count(DISTINCT device_id) AS entities FROM patterns WHERE home = ? AND deprecated = 0";
    private static final String RETIRE =
            "UPDATE patterns SET deprecated = 1, updated_at = ? WHERE home = ? AND id = ? AND deprecated = 0";

    private final WireJson json;
    private final InstantSource clock;
    private final PatternHistory history = new PatternHistory();

    /**
     * Stateless; one serves all.
     *
     * @param clock for when a pattern was saved
     */
    public PatternRepository(WireJson json, InstantSource clock) {
        this.json = json;
        this.clock = clock;
    }

    /** Adds the pattern, or changes the one of the same id and notes it in its history. Brings a retired one back. */
    public Future<Saved> save(SqlConnection connection, HomeId home, Pattern pattern) {
        return row(connection, home, pattern.id()).compose(known -> {
            if (known.isEmpty()) {
                return write(connection, home, pattern, Trend.NONE).map(any -> new Saved.Added());
            }
            StoredPattern before = known.get();
            if (!before.retired() && json.toText(before.pattern()).equals(json.toText(pattern))) {
                return Future.succeededFuture(new Saved.Unchanged());
            }
            return history.average(connection, home, pattern.id())
                    .compose(average -> write(connection, home, pattern, Trend.of(pattern.confidence() - average)))
                    .map(any -> before.retired() ? new Saved.Returned() : new Saved.Changed(before.pattern()));
        });
    }

    private Future<Void> write(SqlConnection connection, HomeId home, Pattern pattern, Trend trend) {
        Instant now = clock.instant();
        Tuple values = Tuple.of(
                home.value(),
                pattern.id().value(),
                lower(pattern.kind()),
                pattern.entity().value(),
                json.toText(pattern),
                pattern.confidence());
        values.addDouble(pattern.qValue())
                .addInteger(pattern.isProven() ? 1 : 0)
                .addInteger(pattern.occurrences())
                .addLong(now.toEpochMilli())
                .addLong(now.toEpochMilli())
                .addLong(pattern.firstSeen().toEpochMilli())
                .addLong(pattern.lastSeen().toEpochMilli())
                .addString(lower(trend.direction()))
                .addDouble(trend.strength());
        return connection
                .preparedQuery(SAVE)
                .execute(values)
                .compose(any -> history.add(connection, home, pattern, now));
    }

    /** Retired ones too. */
    public Future<Optional<StoredPattern>> find(SqlConnection connection, HomeId home, PatternId id) {
        return row(connection, home, id);
    }

    private Future<Optional<StoredPattern>> row(SqlConnection connection, HomeId home, PatternId id) {
        return connection
                .preparedQuery(FIND)
                .execute(Tuple.of(home.value(), id.value()))
                .map(rows -> stored(rows).stream().findFirst());
    }

    /** The most certain first. */
    public Future<List<StoredPattern>> list(SqlConnection connection, HomeId home, PatternFilter filter) {
        Tuple values = Tuple.of(home.value(), filter.minConfidence());
        StringBuilder sql = new StringBuilder("SELECT * FROM patterns WHERE home = ? AND confidence >= ?");
        if (!filter.includeRetired()) {
            sql.append(" AND deprecated = 0");
        }
        if (filter.provenOnly()) {
            sql.append(" AND proven = 1");
        }
        if (filter.kind() != null) {
            sql.append(" AND pattern_type = ?");
            values.addString(lower(filter.kind()));
        }
        if (filter.entity() != null) {
            sql.append(" AND device_id = ?");
            values.addString(filter.entity().value());
        }
        sql.append(" ORDER BY confidence DESC, id LIMIT ? OFFSET ?");
        values.addInteger(filter.limit()).addInteger(filter.offset());
        return connection.preparedQuery(sql.toString()).execute(values).map(this::stored);
    }

    /**
     * The pattern does not hold any more.
     *
     * @return whether it did until now
     */
    public Future<Boolean> retire(SqlConnection connection, HomeId home, PatternId id, Instant at) {
        return connection
                .preparedQuery(RETIRE)
                .execute(Tuple.of(at.toEpochMilli(), home.value(), id.value()))
                .map(changed -> changed.rowCount() == 1);
    }

    /** How a pattern was found over time, the latest first; at most {@link PatternHistory#KEPT}. */
    public Future<List<PatternPoint>> history(SqlConnection connection, HomeId home, PatternId id, int limit) {
        return history.latest(connection, home, id, limit);
    }

    /** Counts of all patterns of the home. */
    public Future<PatternStatistics> statistics(SqlConnection connection, HomeId home) {
        Tuple values = Tuple.of(home.value());
        return connection
                .preparedQuery(COUNT)
                .execute(values)
                .compose(groups -> connection
                        .preparedQuery(COUNT_ENTITIES)
                        .execute(values)
                        .map(rows -> PatternStatistics.of(
                                groups, rows.iterator().next().getInteger("entities"))));
    }

    private List<StoredPattern> stored(Iterable<Row> rows) {
        List<StoredPattern> stored = new ArrayList<>();
        for (Row row : rows) {
            Trend trend = new Trend(
                    Trend.Direction.valueOf(row.getString("trend_direction").toUpperCase(Locale.ROOT)),
                    row.getDouble("trend_strength"));
            stored.add(new StoredPattern(
                    json.read(row.getString("pattern_metadata"), Pattern.class),
                    Instant.ofEpochMilli(row.getLong("created_at")),
                    Instant.ofEpochMilli(row.getLong("updated_at")),
                    trend,
                    row.getInteger("deprecated") == 1));
        }
        return stored;
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
