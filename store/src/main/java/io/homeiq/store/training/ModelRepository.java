package io.homeiq.store.training;

import io.homeiq.contracts.home.HomeId;
import io.homeiq.contracts.json.WireJson;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.Optional;

/** The models of all homes: of each type the last {@link #KEPT}, and always the one in use. */
public final class ModelRepository {

    /** Versions kept of each type. */
    public static final int KEPT = 20;

    private static final String NEXT =
            "SELECT ifnull(max(version), 0) + 1 AS next FROM models WHERE home = ? AND model_type = ?";
    private static final String ADD = """
            INSERT INTO models (home, id, model_type, version, document, metrics, created_at, promoted_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String PROMOTED = """
            SELECT * FROM models WHERE home = ? AND model_type = ? AND promoted_at IS NOT NULL
            ORDER BY version DESC LIMIT 1""";
    private static final String FORGET = """
            DELETE FROM models WHERE home = ?1 AND model_type = ?2
                AND version NOT IN (
                    SELECT version FROM models WHERE home = ?1 AND model_type = ?2 ORDER BY version DESC LIMIT ?3)
                AND version NOT IN (
                    SELECT version FROM models WHERE home = ?1 AND model_type = ?2 AND promoted_at IS NOT NULL
                    ORDER BY version DESC LIMIT 1)""";

    private final WireJson json;

    public ModelRepository(WireJson json) {
        this.json = json;
    }

    /** Keeps a model as the next version of its type. */
    public Future<TrainedModel> add(SqlConnection connection, HomeId home, TrainedModel.Draft draft, Instant at) {
        return connection
                .preparedQuery(NEXT)
                .execute(Tuple.of(home.value(), draft.type()))
                .map(rows -> rows.iterator().next().getInteger("next"))
                .map(version -> new TrainedModel(
                        "m_" + draft.type() + "_" + version,
                        draft.type(),
                        version,
                        draft.document(),
                        draft.metrics(),
                        at,
                        draft.promoted() ? at : null))
                .compose(model -> insert(connection, home, model).map(model));
    }

    private Future<Void> insert(SqlConnection connection, HomeId home, TrainedModel model) {
        Instant promotedAt = model.promotedAt();
        Tuple values = Tuple.of(
                        home.value(),
                        model.id(),
                        model.type(),
                        model.version(),
                        model.document(),
                        json.toText(model.metrics()))
                .addLong(model.createdAt().toEpochMilli())
                .addValue(promotedAt == null ? null : promotedAt.toEpochMilli());
        return connection
                .preparedQuery(ADD)
                .execute(values)
                .compose(added -> connection.preparedQuery(FORGET).execute(Tuple.of(home.value(), model.type(), KEPT)))
                .mapEmpty();
    }

    /** The one in use, if there is one. */
    public Future<Optional<TrainedModel>> promoted(SqlConnection connection, HomeId home, String type) {
        return connection
                .preparedQuery(PROMOTED)
                .execute(Tuple.of(home.value(), type))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(model(rows.iterator().next())));
    }

    private TrainedModel model(Row row) {
        Long promotedAt = row.getLong("promoted_at");
        return new TrainedModel(
                row.getString("id"),
                row.getString("model_type"),
                row.getInteger("version"),
                row.getString("document"),
                Metrics.read(json, row.getString("metrics")),
                Instant.ofEpochMilli(row.getLong("created_at")),
                promotedAt == null ? null : Instant.ofEpochMilli(promotedAt));
    }
}
