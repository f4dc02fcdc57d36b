package io.homeiq.store.setting;

import io.homeiq.contracts.home.HomeId;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowIterator;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.Optional;

/** Texts by name, for one home each: what was chosen outlives a restart, and every service sees it. */
public final class SettingRepository {

    private static final String GET = "SELECT value FROM system_settings WHERE home = ? AND name = ?";
    private static final String SET = """
            INSERT INTO system_settings (home, name, value, updated_at) VALUES (?, ?, ?, ?)
            ON CONFLICT (home, name) DO UPDATE SET value = excluded.value, updated_at = excluded.updated_at""";
    private static final String REMOVE = "DELETE FROM system_settings WHERE home = ? AND name = ?";

    /** Empty if it was never set, or was removed. */
    public Future<Optional<String>> get(SqlConnection connection, HomeId home, String name) {
        return connection
                .preparedQuery(GET)
                .execute(Tuple.of(home.value(), name))
                .map(rows -> {
                    RowIterator<Row> row = rows.iterator();
                    return row.hasNext() ? Optional.of(row.next().getString("value")) : Optional.empty();
                });
    }

    /** Puts the value in the place of the one before. */
    public Future<Void> set(SqlConnection connection, HomeId home, String name, String value, Instant now) {
        return connection
                .preparedQuery(SET)
                .execute(Tuple.of(home.value(), name, value, now.toEpochMilli()))
                .mapEmpty();
    }

    /** Changes nothing if it is not set. */
    public Future<Void> remove(SqlConnection connection, HomeId home, String name) {
        return connection
                .preparedQuery(REMOVE)
                .execute(Tuple.of(home.value(), name))
                .mapEmpty();
    }
}
