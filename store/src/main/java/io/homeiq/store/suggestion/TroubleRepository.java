package io.homeiq.store.suggestion;

import io.homeiq.contracts.home.HomeId;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What is wrong with the automations in place: at most one thing each, the latest that was noticed. */
public final class TroubleRepository {

    private static final String SET = """
            INSERT INTO automation_troubles (home, automation_id, kind, detail, since) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (home, automation_id) DO UPDATE SET kind = excluded.kind, detail = excluded.detail, since = excluded.since
            WHERE kind <> excluded.kind""";
    private static final String CLEAR = "DELETE FROM automation_troubles WHERE home = ? AND automation_id = ?";
    private static final String ALL = "SELECT * FROM automation_troubles WHERE home = ? ORDER BY automation_id";

    /** Notes it; false if the same was known already, which then stays as it was first seen. */
    public Future<Boolean> note(SqlConnection connection, HomeId home, Trouble trouble) {
        return connection
                .preparedQuery(SET)
                .execute(Tuple.of(
                        home.value(),
                        trouble.automationId(),
                        trouble.kind().name().toLowerCase(Locale.ROOT),
                        trouble.detail(),
                        trouble.since().toEpochMilli()))
                .map(done -> done.rowCount() == 1);
    }

    /** All is well again; false if it was. */
    public Future<Boolean> clear(SqlConnection connection, HomeId home, String automationId) {
        return connection
                .preparedQuery(CLEAR)
                .execute(Tuple.of(home.value(), automationId))
                .map(done -> done.rowCount() == 1);
    }

    /** By automation id. */
    public Future<List<Trouble>> list(SqlConnection connection, HomeId home) {
        return connection.preparedQuery(ALL).execute(Tuple.of(home.value())).map(rows -> {
            List<Trouble> all = new ArrayList<>();
            for (Row row : rows) {
                all.add(new Trouble(
                        row.getString("automation_id"),
                        Trouble.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                        row.getString("detail"),
                        Instant.ofEpochMilli(row.getLong("since"))));
            }
            return all;
        });
    }
}
