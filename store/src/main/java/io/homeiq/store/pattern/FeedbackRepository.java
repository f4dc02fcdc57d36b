package io.homeiq.store.pattern;

import io.homeiq.contracts.home.HomeId;
import io.homeiq.contracts.pattern.PatternId;
import io.homeiq.contracts.synergy.SynergyId;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** What people said of patterns and synergies. */
public final class FeedbackRepository {

    private static final String ADD = """
            INSERT INTO user_feedback (home, subject_type, subject_id, action, comment, created_at)
            VALUES (?, ?, ?, ?, ?, ?)""";
    private static final String COUNT = """
            SELECT action, count(*) AS times FROM user_feedback
            WHERE home = ? AND subject_type = ? AND subject_id = ? GROUP BY action""";

    private static final String PATTERN = "pattern";

    /** The {@code subject_type} of synergies, for whoever joins their table with this one. */
    public static final String SYNERGY = "synergy";

    /** Notes one judgement; a person may judge again. */
    public Future<Void> add(SqlConnection connection, HomeId home, PatternId pattern, Feedback feedback) {
        return add(connection, home, PATTERN, pattern.value(), feedback);
    }

    /** As for patterns. */
    public Future<Void> add(SqlConnection connection, HomeId home, SynergyId synergy, Feedback feedback) {
        return add(connection, home, SYNERGY, synergy.value(), feedback);
    }

    private static Future<Void> add(SqlConnection connection, HomeId home, String type, String id, Feedback feedback) {
        return connection
                .preparedQuery(ADD)
                .execute(Tuple.of(
                        home.value(),
                        type,
                        id,
                        feedback.action().name().toLowerCase(Locale.ROOT),
                        feedback.comment(),
                        feedback.at().toEpochMilli()))
                .mapEmpty();
    }

    /** How often each was said; what was never said is left out. */
    public Future<Map<FeedbackAction, Long>> counts(SqlConnection connection, HomeId home, PatternId pattern) {
        return counts(connection, home, PATTERN, pattern.value());
    }

    /** As for patterns. */
    public Future<Map<FeedbackAction, Long>> counts(SqlConnection connection, HomeId home, SynergyId synergy) {
        return counts(connection, home, SYNERGY, synergy.value());
    }

    private static Future<Map<FeedbackAction, Long>> counts(
            SqlConnection connection, HomeId home, String type, String id) {
        return connection
                .preparedQuery(COUNT)
                .execute(Tuple.of(home.value(), type, id))
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
