package io.homeiq.store.pattern;

import io.homeiq.contracts.home.HomeId;
import io.homeiq.contracts.pattern.PatternId;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** What people said of patterns. */
public final class FeedbackRepository {

    private static final String ADD = """
            INSERT INTO user_feedback (home, subject_type, subject_id, action, comment, created_at)
            VALUES (?, 'pattern', ?, ?, ?, ?)""";
    private static final String COUNT = """
            SELECT action, count(*) AS times FROM user_feedback
            WHERE home = ? AND subject_type = 'pattern' AND subject_id = ? GROUP BY action""";

    /** Notes one judgement; a person may judge again. */
    public Future<Void> add(SqlConnection connection, HomeId home, PatternId pattern, Feedback feedback) {
        return connection
                .preparedQuery(ADD)
                .execute(Tuple.of(
                        home.value(),
                        pattern.value(),
                        feedback.action().name().toLowerCase(Locale.ROOT),
                        feedback.comment(),
                        feedback.at().toEpochMilli()))
                .mapEmpty();
    }

    /** How often each was said; what was never said is left out. */
    public Future<Map<FeedbackAction, Long>> counts(SqlConnection connection, HomeId home, PatternId pattern) {
        return connection
                .preparedQuery(COUNT)
                .execute(Tuple.of(home.value(), pattern.value()))
                .map(rows -> {
                    Map<FeedbackAction, Long> counts = new EnumMap<>(FeedbackAction.class);
                    for (Row row : rows) {
                        String action = row.getString("action").toUpperCase(Locale.ROOT);
                        counts.put(FeedbackAction.valueOf(action), row.getLong("times"));
                    }
                    return counts;
                });
    }
}
