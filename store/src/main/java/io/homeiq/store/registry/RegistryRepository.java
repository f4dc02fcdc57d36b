package io.homeiq.store.registry;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeId;
import io.homeiq.contracts.home.HomeRegistry;
import io.homeiq.contracts.json.WireJson;
import io.homeiq.contracts.rule.Automation;
import io.homeiq.contracts.rule.Verbatim;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowIterator;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The latest registry and the latest automations and scripts of each home, whole, and what its devices were seen to draw. */
public final class RegistryRepository {

    private static final String REGISTRY = "registry";
    private static final String AUTOMATIONS = "automations";
    private static final String SCRIPTS = "scripts";
    private static final String POWER_PEAKS = "power_peaks";

    private static final String SAVE = """
            INSERT INTO registry_documents (home, name, document, updated_at) VALUES (?, ?, ?, ?)
            ON CONFLICT (home, name) DO UPDATE SET document = excluded.document, updated_at = excluded.updated_at""";
    private static final String LOAD = "SELECT document FROM registry_documents WHERE home = ? AND name = ?";

    private final WireJson json;

    public RegistryRepository(WireJson json) {
        this.json = json;
    }

    /** Replaces what was there. */
    public Future<Void> save(SqlConnection connection, HomeId home, HomeRegistry registry, Instant at) {
        return saveDocument(connection, home, REGISTRY, json.toText(registry), at);
    }

    /** {@link HomeRegistry#EMPTY} if nothing was saved yet. */
    public Future<HomeRegistry> load(SqlConnection connection, HomeId home) {
        return loadDocument(connection, home, REGISTRY)
                .map(text -> text.map(document -> json.read(document, HomeRegistry.class))
                        .orElse(HomeRegistry.EMPTY));
    }

    /** Replaces what was there. */
    public Future<Void> saveAutomations(
            SqlConnection connection, HomeId home, List<Automation> automations, Instant at) {
        return saveDocument(connection, home, AUTOMATIONS, json.toText(automations.toArray(Automation[]::new)), at);
    }

    /** In the order in which they were saved; empty if nothing was saved yet. */
    public Future<List<Automation>> loadAutomations(SqlConnection connection, HomeId home) {
        return loadDocument(connection, home, AUTOMATIONS)
                .map(text -> text.map(document -> List.of(json.read(document, Automation[].class)))
                        .orElse(List.of()));
    }

    /**
     * Replaces what was there.
     *
     * @param scripts as they are written, each below the name that it is called by
     */
    public Future<Void> saveScripts(SqlConnection connection, HomeId home, Verbatim scripts, Instant at) {
        return saveDocument(connection, home, SCRIPTS, json.toText(scripts), at);
    }

    /** Each below the name that it is called by; empty if nothing was saved yet. */
    public Future<Verbatim> loadScripts(SqlConnection connection, HomeId home) {
        return loadDocument(connection, home, SCRIPTS)
                .map(text -> text.map(document -> json.read(document, Verbatim.class))
                        .orElse(Verbatim.EMPTY));
    }

    /**
     * Replaces what was there.
     *
     * @param watts the most that each power sensor ever showed
     */
    public Future<Void> savePowerPeaks(SqlConnection connection, HomeId home, Map<EntityId, Double> watts, Instant at) {
        Map<String, @Nullable Object> named = new TreeMap<>();
        watts.forEach((sensor, peak) -> named.put(sensor.value(), peak));
        return saveDocument(connection, home, POWER_PEAKS, json.toText(new Verbatim(named)), at);
    }

    /** Empty if none were ever saved. */
    public Future<Optional<Map<EntityId, Double>>> loadPowerPeaks(SqlConnection connection, HomeId home) {
        return loadDocument(connection, home, POWER_PEAKS)
                .map(text -> text.map(document -> peaks(json.read(document, Verbatim.class))));
    }

    private static Map<EntityId, Double> peaks(Verbatim document) {
        Map<EntityId, Double> watts = new HashMap<>();
        document.tree().forEach((sensor, peak) -> {
            if (peak instanceof Number number) {
                watts.put(new EntityId(sensor), number.doubleValue());
            }
        });
        return watts;
    }

    private static Future<Void> saveDocument(
            SqlConnection connection, HomeId home, String name, String document, Instant at) {
        return connection
                .preparedQuery(SAVE)
                .execute(Tuple.of(home.value(), name, document, at.toEpochMilli()))
                .mapEmpty();
    }

    private static Future<Optional<String>> loadDocument(SqlConnection connection, HomeId home, String name) {
        return connection
                .preparedQuery(LOAD)
                .execute(Tuple.of(home.value(), name))
                .map(rows -> {
                    RowIterator<Row> row = rows.iterator();
                    return row.hasNext() ? Optional.of(row.next().getString("document")) : Optional.empty();
                });
    }
}
