package io.homeiq.store.query;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeId;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The owners' own names for entities. An entity may have several, and a name may stand for several entities. */
public final class AliasRepository {

    /** More names a home cannot have. */
    public static final int MAX_ALIASES = 1_000;

    private static final String ADD = """
            INSERT INTO entity_aliases (home, alias, entity_id, created_at)
            SELECT ?, ?, ?, ? WHERE (SELECT count(*) FROM entity_aliases WHERE home = ?) < ?
            ON CONFLICT DO NOTHING""";
    private static final String REMOVE = "DELETE FROM entity_aliases WHERE home = ? AND alias = ? AND entity_id = ?";
    private static final String LIST = """
            SELECT alias, entity_id, created_at FROM entity_aliases WHERE home = ? ORDER BY alias, entity_id LIMIT ?""";

    /** Adds a name; false if it is there already, or if the home has {@link #MAX_ALIASES}. */
    public Future<Boolean> add(SqlConnection connection, HomeId home, EntityAlias alias) {
        return connection
                .preparedQuery(ADD)
                .execute(Tuple.of(
                        home.value(),
                        alias.alias(),
                        alias.entityId().value(),
                        alias.createdAt().toEpochMilli(),
                        home.value(),
                        MAX_ALIASES))
                .map(added -> added.rowCount() == 1);
    }

    /** Whether it was there. */
    public Future<Boolean> remove(SqlConnection connection, HomeId home, String alias, EntityId entity) {
        return connection
                .preparedQuery(REMOVE)
                .execute(Tuple.of(home.value(), alias, entity.value()))
                .map(removed -> removed.rowCount() > 0);
    }

    /** All of them, in the order of the names. */
    public Future<List<EntityAlias>> list(SqlConnection connection, HomeId home) {
        return connection
                .preparedQuery(LIST)
                .execute(Tuple.of(home.value(), MAX_ALIASES))
                .map(rows -> {
                    List<EntityAlias> aliases = new ArrayList<>();
                    for (Row row : rows) {
                        aliases.add(new EntityAlias(
                                row.getString("alias"),
                                new EntityId(row.getString("entity_id")),
                                Instant.ofEpochMilli(row.getLong("created_at"))));
                    }
                    return aliases;
                });
    }
}
