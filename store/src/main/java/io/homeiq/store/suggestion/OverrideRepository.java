package io.homeiq.store.suggestion;

import io.homeiq.contracts.event.AutomationOverridden;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeId;
import io.homeiq.contracts.suggestion.SuggestionId;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What people undid of what automations of ours had done; each once. */
public final class OverrideRepository {

    private static final String ADD = """
            INSERT INTO automation_overrides (home, automation_id, entity_id, ran_at, undone_at, suggestion_id)
            VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""";
    private static final String SINCE = """
            SELECT * FROM automation_overrides WHERE home = ? AND automation_id = ? AND ran_at >= ?
            ORDER BY ran_at DESC LIMIT ?""";

    /** More of one automation are not handed out. */
    public static final int MAX_LISTED = 200;

    /** Notes it; false if it was known already. */
    public Future<Boolean> add(SqlConnection connection, HomeId home, AutomationOverridden override) {
        return connection
                .preparedQuery(ADD)
                .execute(Tuple.of(
                        home.value(),
                        override.automationId(),
                        override.entity().value(),
                        override.ranAt().toEpochMilli(),
                        override.undoneAt().toEpochMilli(),
                        override.suggestionId().value()))
                .map(added -> added.rowCount() == 1);
    }

    /** Those of one automation from a moment on, the latest first; at most {@link #MAX_LISTED}. */
    public Future<List<AutomationOverridden>> since(
            SqlConnection connection, HomeId home, String automationId, Instant from) {
        return connection
                .preparedQuery(SINCE)
                .execute(Tuple.of(home.value(), automationId, from.toEpochMilli(), MAX_LISTED))
                .map(rows -> {
                    List<AutomationOverridden> all = new ArrayList<>();
                    for (Row row : rows) {
                        all.add(new AutomationOverridden(
                                new SuggestionId(row.getString("suggestion_id")),
                                row.getString("automation_id"),
                                new EntityId(row.getString("entity_id")),
                                Instant.ofEpochMilli(row.getLong("ran_at")),
                                Instant.ofEpochMilli(row.getLong("undone_at"))));
                    }
                    return all;
                });
    }
}
