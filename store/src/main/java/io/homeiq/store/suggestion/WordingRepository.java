package io.homeiq.store.suggestion;

import io.homeiq.contracts.home.HomeId;
import io.homeiq.contracts.suggestion.SuggestionId;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** Other words for suggestions, and what finding them has cost. */
public final class WordingRepository {

    private static final String SAVE = """
            INSERT INTO suggestion_wordings
            (home, suggestion_id, our_title, our_description, title, description, objection, model, told_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (home, suggestion_id) DO UPDATE SET our_title = excluded.our_title,
            our_description = excluded.our_description, title = excluded.title, description = excluded.description,
            objection = excluded.objection, model = excluded.model, told_at = excluded.told_at""";
    private static final String LATEST = """
            SELECT * FROM suggestion_wordings WHERE home = ? ORDER BY told_at DESC, suggestion_id LIMIT ?""";
    private static final String USED = "SELECT * FROM model_usage WHERE home = ? AND month = ?";
    private static final String USE = """
            INSERT INTO model_usage (home, month, tokens, calls, taken, discarded) VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (home, month) DO UPDATE SET tokens = max(0, tokens + excluded.tokens),
            calls = calls + excluded.calls, taken = taken + excluded.taken, discarded = discarded + excluded.discarded""";

    /** In the place of what was said before of the same suggestion. */
    public Future<Void> save(SqlConnection connection, HomeId home, StoredWording wording) {
        return connection
                .preparedQuery(SAVE)
                .execute(Tuple.from(new Object[] {
                    home.value(),
                    wording.suggestion().value(),
                    wording.ourTitle(),
                    wording.ourDescription(),
                    wording.title(),
                    wording.description(),
                    wording.objection(),
                    wording.model(),
                    wording.toldAt().toEpochMilli()
                }))
                .mapEmpty();
    }

    /** The latest first, at most so many. */
    public Future<List<StoredWording>> latest(SqlConnection connection, HomeId home, int limit) {
        return connection
                .preparedQuery(LATEST)
                .execute(Tuple.of(home.value(), limit))
                .map(rows -> {
                    List<StoredWording> all = new ArrayList<>();
                    rows.forEach(row -> all.add(wording(row)));
                    return all;
                });
    }

    private static StoredWording wording(Row row) {
        return new StoredWording(
                new SuggestionId(row.getString("suggestion_id")),
                row.getString("our_title"),
                row.getString("our_description"),
                row.getString("title"),
                row.getString("description"),
                row.getString("objection"),
                row.getString("model"),
                Instant.ofEpochMilli(row.getLong("told_at")));
    }

    /** What was used in a month so far. */
    public Future<ModelUsage> used(SqlConnection connection, HomeId home, YearMonth month) {
        return connection
                .preparedQuery(USED)
                .execute(Tuple.of(home.value(), month.toString()))
                .map(rows -> {
                    for (Row row : rows) {
                        return new ModelUsage(
                                row.getLong("tokens"),
                                row.getLong("calls"),
                                row.getLong("taken"),
                                row.getLong("discarded"));
                    }
                    return ModelUsage.NONE;
                });
    }

    /**
     * Adds to what was used in a month.
     *
     * @param tokens may be negative, to give back what was set aside
     */
    public Future<Void> use(
            SqlConnection connection, HomeId home, YearMonth month, long tokens, int calls, int taken, int discarded) {
        return connection
                .preparedQuery(USE)
                .execute(Tuple.of(home.value(), month.toString(), tokens, calls, taken, discarded))
                .mapEmpty();
    }
}
