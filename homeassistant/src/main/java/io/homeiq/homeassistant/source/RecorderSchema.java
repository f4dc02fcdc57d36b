package io.homeiq.homeassistant.source;

import io.homeiq.homeassistant.source.SourceException.Kind;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whether a database is a recorder's with all that is read of it. */
final class RecorderSchema {

    /** The first version that keeps all contexts and entities apart from the states; Home Assistant 2023.11. */
    static final int OLDEST_VERSION = 43;

    private static final List<String> CONTEXT =
            List.of("context_id_bin", "context_user_id_bin", "context_parent_id_bin");

    private static final Map<String, List<String>> COLUMNS = columns();

    private RecorderSchema() {}

    private static Map<String, List<String>> columns() {
        Map<String, List<String>> columns = new LinkedHashMap<>();
        columns.put(
                "states",
                List.of("state_id", "metadata_id", "state", "last_updated_ts", "attributes_id", "old_state_id"));
        columns.put("states_meta", List.of("metadata_id", "entity_id"));
        columns.put("state_attributes", List.of("attributes_id", "shared_attrs"));
        columns.put("events", List.of("event_id", "event_type_id", "time_fired_ts", "data_id"));
        columns.put("event_types", List.of("event_type_id", "event_type"));
        columns.put("event_data", List.of("data_id", "shared_data"));
        return columns;
    }

    /** Throws a {@link SourceException} that says what is missing. */
    static void check(Connection connection, Path path) throws SQLException {
        if (columnsOf(connection, "schema_changes").isEmpty()) {
            throw new SourceException(
                    Kind.UNKNOWN_FORMAT,
                    path + ": a SQLite database, but not Home Assistant's recorder (no table schema_changes); give "
                            + "the file home-assistant_v2.db");
        }
        int version = version(connection);
        if (version < OLDEST_VERSION) {
            throw new SourceException(
                    Kind.TOO_OLD,
                    path + ": the recorder's schema " + version + " is older than " + OLDEST_VERSION
                            + "; start it once with Home Assistant 2023.11 or later, which brings it up to date");
        }
        for (Map.Entry<String, List<String>> table : COLUMNS.entrySet()) {
            Set<String> present = columnsOf(connection, table.getKey());
            Set<String> missing = new HashSet<>(table.getValue());
            if (table.getKey().equals("states") || table.getKey().equals("events")) {
                missing.addAll(CONTEXT);
            }
            missing.removeAll(present);
            if (!missing.isEmpty()) {
                throw new SourceException(
                        Kind.UNKNOWN_FORMAT,
                        path + ": the recorder's schema " + version + " lacks " + table.getKey() + "."
                                + missing.stream().sorted().findFirst().orElseThrow()
                                + "; it may be newer than this program, look for an update of it");
            }
        }
    }

    private static int version(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT schema_version FROM schema_changes ORDER BY change_id DESC LIMIT 1")) {
            return rows.next() ? rows.getInt(1) : 0;
        }
    }

    private static Set<String> columnsOf(Connection connection, String table) throws SQLException {
        Set<String> columns = new HashSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("PRAGMA table_info(" + table + ")")) {
            while (rows.next()) {
                columns.add(rows.getString("name"));
            }
        }
        return columns;
    }
}
