package io.homeiq.store.suggestion;

import io.homeiq.contracts.event.DeploymentTarget;
import io.homeiq.contracts.home.HomeId;
import io.homeiq.contracts.json.WireJson;
import io.homeiq.contracts.rule.Automation;
import io.homeiq.contracts.suggestion.SuggestionId;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Every version of every automation that was put in place. */
public final class DeploymentRepository {

    private static final String ADD = """
            INSERT INTO automation_versions (home, automation_id, version, suggestion_id, automation, content_hash,
                previous, target, location, deployed_at, rolled_back_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""";
    private static final String VERSIONS =
            "SELECT * FROM automation_versions WHERE home = ? AND automation_id = ? ORDER BY version DESC LIMIT ?";
    private static final String LATEST_OF_ALL = """
             FROM automation_versions AS newest WHERE home = ? AND version = (
                SELECT max(version) FROM automation_versions WHERE home = newest.home AND automation_id = newest.automation_id)
            """;
    private static final String PAGE = " ORDER BY deployed_at DESC, automation_id LIMIT ? OFFSET ?";
    private static final String ROLLED_BACK = """
            UPDATE automation_versions SET rolled_back_at = ?
            WHERE home = ? AND automation_id = ? AND version = ? AND rolled_back_at IS NULL""";

    private static final String PRUNE =
            "DELETE FROM automation_versions WHERE home = ? AND automation_id = ? AND version <= ?";

    /** Older versions of one automation are forgotten. */
    public static final int KEPT_VERSIONS = 20;

    /** More versions of one automation are not handed out. */
    private static final int MAX_VERSIONS = 1_000;

    private final WireJson json;

    public DeploymentRepository(WireJson json) {
        this.json = json;
    }

    /** Adds a version; false if the automation has one of that number already, which then stays as it is. */
    public Future<Boolean> add(SqlConnection connection, HomeId home, DeployedVersion deployed) {
        Instant rolledBackAt = deployed.rolledBackAt();
        Tuple values = Tuple.of(
                        home.value(),
                        deployed.automationId(),
                        deployed.version(),
                        deployed.suggestionId().value(),
                        json.toText(deployed.automation()),
                        deployed.contentHash())
                .addValue(deployed.previous())
                .addString(deployed.target().name().toLowerCase(Locale.ROOT))
                .addString(deployed.location())
                .addLong(deployed.deployedAt().toEpochMilli())
                .addValue(rolledBackAt == null ? null : rolledBackAt.toEpochMilli());
        Tuple old = Tuple.of(home.value(), deployed.automationId(), deployed.version() - KEPT_VERSIONS);
        return connection
                .preparedQuery(ADD)
                .execute(values)
                .compose(added -> connection.preparedQuery(PRUNE).execute(old).map(pruned -> added.rowCount() == 1));
    }

    /** The newest first, also those taken back. */
    public Future<List<DeployedVersion>> versions(SqlConnection connection, HomeId home, String automationId) {
        return versions(connection, home, automationId, MAX_VERSIONS);
    }

    /** The newest version, also if it was taken back. */
    public Future<Optional<DeployedVersion>> latest(SqlConnection connection, HomeId home, String automationId) {
        return versions(connection, home, automationId, 1)
                .map(versions -> versions.stream().findFirst());
    }

    private Future<List<DeployedVersion>> versions(
            SqlConnection connection, HomeId home, String automationId, int limit) {
        return connection
                .preparedQuery(VERSIONS)
                .execute(Tuple.of(home.value(), automationId, limit))
                .map(this::versions);
    }

    /** The newest version of each automation, the latest deployment first. */
    public Future<List<DeployedVersion>> list(SqlConnection connection, HomeId home, int limit, int offset) {
        return list(connection, home, Standing.ANY, limit, offset);
    }

    /** As {@link #list(SqlConnection, HomeId, int, int)}, of those automations that stand so. */
    public Future<List<DeployedVersion>> list(
            SqlConnection connection, HomeId home, Standing standing, int limit, int offset) {
        return connection
                .preparedQuery("SELECT *" + LATEST_OF_ALL + standing.condition() + PAGE)
                .execute(Tuple.of(home.value(), limit, offset))
                .map(this::versions);
    }

    /** How many automations stand so. */
    public Future<Long> count(SqlConnection connection, HomeId home, Standing standing) {
        return connection
                .preparedQuery("SELECT count(*) AS automations" + LATEST_OF_ALL + standing.condition())
                .execute(Tuple.of(home.value()))
                .map(rows -> rows.iterator().next().getLong("automations"));
    }

    /** Notes that a version was taken back; false if it was before, or does not exist. */
    public Future<Boolean> markRolledBack(
            SqlConnection connection, HomeId home, String automationId, int version, Instant at) {
        return connection
                .preparedQuery(ROLLED_BACK)
                .execute(Tuple.of(at.toEpochMilli(), home.value(), automationId, version))
                .map(changed -> changed.rowCount() == 1);
    }

    private List<DeployedVersion> versions(Iterable<Row> rows) {
        List<DeployedVersion> versions = new ArrayList<>();
        rows.forEach(row -> versions.add(version(row)));
        return versions;
    }

    private DeployedVersion version(Row row) {
        Long rolledBackAt = row.getLong("rolled_back_at");
        return new DeployedVersion(
                row.getString("automation_id"),
                row.getInteger("version"),
                new SuggestionId(row.getString("suggestion_id")),
                json.read(row.getString("automation"), Automation.class),
                row.getString("content_hash"),
                row.getString("previous"),
                DeploymentTarget.valueOf(row.getString("target").toUpperCase(Locale.ROOT)),
                row.getString("location"),
                Instant.ofEpochMilli(row.getLong("deployed_at")),
                rolledBackAt == null ? null : Instant.ofEpochMilli(rolledBackAt));
    }
}
