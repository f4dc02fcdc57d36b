package io.homeiq.store.pattern;

import io.homeiq.contracts.home.HomeId;
import io.homeiq.contracts.pattern.Pattern;
import io.homeiq.contracts.pattern.PatternId;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A point for each time that a pattern was found changed. */
final class PatternHistory {

    /** Points kept for each pattern: a year of daily analyses. */
    static final int KEPT = 366;

    /** How many of the last points make the average that a new one is compared with. */
    private static final int AVERAGED = 10;

    private static final String ADD = """
            INSERT INTO pattern_history (home, pattern_id, recorded_at, confidence, occurrences, proven)
            VALUES (?, ?, ?, ?, ?, ?)""";
    private static final String FORGET = """
            DELETE FROM pattern_history WHERE id IN (
                SELECT id FROM pattern_history WHERE home = ? AND pattern_id = ? ORDER BY id DESC LIMIT -1 OFFSET ?)""";
    private static final String LATEST =
            "SELECT * FROM pattern_history WHERE home = ? AND pattern_id = ? ORDER BY id DESC LIMIT ?";

    Future<Void> add(SqlConnection connection, HomeId home, Pattern pattern, Instant now) {
        String id = pattern.id().value();
        return connection
                .preparedQuery(ADD)
                .execute(Tuple.of(
                        home.value(),
                        id,
                        now.toEpochMilli(),
                        pattern.confidence(),
                        pattern.occurrences(),
                        pattern.isProven() ? 1 : 0))
                .compose(any -> connection.preparedQuery(FORGET).execute(Tuple.of(home.value(), id, KEPT)))
                .mapEmpty();
    }

    /** Of the confidence; 0 without a history. */
    Future<Double> average(SqlConnection connection, HomeId home, PatternId id) {
        return latest(connection, home, id, AVERAGED)
                .map(points -> points.stream()
                        .mapToDouble(PatternPoint::confidence)
                        .average()
                        .orElse(0));
    }

    Future<List<PatternPoint>> latest(SqlConnection connection, HomeId home, PatternId id, int limit) {
        return connection
                .preparedQuery(LATEST)
                .execute(Tuple.of(home.value(), id.value(), limit))
                .map(rows -> {
                    List<PatternPoint> points = new ArrayList<>();
                    rows.forEach(row -> points.add(point(row)));
                    return points;
                });
    }

    private static PatternPoint point(Row row) {
        return new PatternPoint(
                Instant.ofEpochMilli(row.getLong("recorded_at")),
                row.getDouble("confidence"),
                row.getInteger("occurrences"),
                row.getInteger("proven") == 1);
    }
}
