package io.homeiq.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MigrationsIT {

    @TempDir
    Path folder;

    static IntStream earlierVersions() {
        return IntStream.range(0, Migrations.SCRIPTS.size());
    }

    @ParameterizedTest
    @MethodSource("earlierVersions")
    void bringsEachEarlierVersionUpAndKeepsItsContent(int version) throws SQLException {
        // Given
        Path file = folder.resolve("shared.db");
        Path fresh = folder.resolve("fresh.db");
        Migrations.migrate(file, version);
        Migrations.migrate(fresh, Migrations.SCRIPTS.size());
        if (version > 0) {
            run(file, "INSERT INTO cursors VALUES ('villa', 'reader', 7)");
        }

        // When
        try (OpenDatabase open = new OpenDatabase(file)) {

            // Then
            assertThat(open.number("PRAGMA user_version")).isEqualTo(Migrations.SCRIPTS.size());
            assertThat(open.number("SELECT count(*) FROM cursors")).isEqualTo(version > 0 ? 1 : 0);
        }
        assertThat(schema(file)).isEqualTo(schema(fresh));
    }

    @Test
    void suggestionsFromBeforeRanksAreRankedByConfidence() throws SQLException {
        // Given
        Path file = folder.resolve("shared.db");
        Migrations.migrate(file, 5);
        run(file, """
                INSERT INTO suggestions (home, id, pattern_id, title, description, status, state, document, confidence,
                    safety_score, created_at, updated_at)
                VALUES ('villa', 's', 'p', 't', 'd', 'draft', '{}', '{}', 0.75, 1, 0, 0)""");

        // When
        new OpenDatabase(file).close();

        // Then
        assertThat(number(file, "SELECT count(*) FROM suggestions WHERE rank = 0.75"))
                .isEqualTo(1);
    }

    @Test
    void areasFromBeforeLabelsHaveNone() throws SQLException {
        // Given
        Path file = folder.resolve("shared.db");
        Migrations.migrate(file, 10);
        run(file, """
                INSERT INTO registry_documents VALUES ('villa', 'registry',
                    '{"areas":[{"id":"hall","name":"Hall"},{"id":"bath","name":"Bath"}],"users":[]}', 0)""");
        run(file, "INSERT INTO registry_documents VALUES ('villa', 'automations', '[]', 0)");

        // When
        new OpenDatabase(file).close();

        // Then
        assertThat(number(file, """
                SELECT count(*) FROM registry_documents WHERE document =
                    '{"areas":[{"id":"hall","name":"Hall","labels":[]},{"id":"bath","name":"Bath","labels":[]}],"users":[]}'""")).isEqualTo(1);
        assertThat(number(file, "SELECT count(*) FROM registry_documents WHERE document = '[]'"))
                .isEqualTo(1);
    }

    @Test
    void doesNothingTheSecondTime() throws SQLException {
        // Given
        Path file = folder.resolve("shared.db");
        new OpenDatabase(file).close();
        run(file, "INSERT INTO cursors VALUES ('villa', 'reader', 7)");

        // When
        try (OpenDatabase open = new OpenDatabase(file)) {

            // Then
            assertThat(open.number("SELECT seq FROM cursors")).isEqualTo(7);
        }
    }

    @Test
    void lateScriptsThatFailLeaveNothingBehind() throws SQLException {
        // Given
        Path file = folder.resolve("shared.db");
        Migrations.migrate(file, 1);
        run(file, "CREATE TABLE user_feedback (something TEXT)");

        // When
        StoreException failure =
                catchThrowableOfType(StoreException.class, () -> Migrations.migrate(file, Migrations.SCRIPTS.size()));

        // Then
        assertThat(failure).hasMessageContaining("user_feedback");
        assertThat(schema(file)).noneMatch(sql -> sql.contains("patterns"));
        assertThat(number(file, "PRAGMA user_version")).isEqualTo(1);
    }

    @Test
    void hasTheTablesAndColumnsThatOthersKnow() throws SQLException {
        // Given
        Path file = folder.resolve("shared.db");
        Map<String, String> known = Map.of(
                "patterns",
                "id, pattern_type, device_id, pattern_metadata, confidence, occurrences, created_at, updated_at, first_seen, last_seen, trend_direction, trend_strength, deprecated",
                "suggestions",
                "id, pattern_id, title, description, automation_yaml, status, confidence, safety_score, created_at, updated_at, automation_id, deployed_at",
                "synergy_opportunities",
                "synergy_id, synergy_type, device_ids, impact_score, complexity, confidence, area, validated_by_patterns, supporting_pattern_ids",
                "training_runs",
                "id, training_type, status, started_at, finished_at, dataset_size, base_model, run_identifier, metrics, error_message, triggered_by");
        List<String> others = List.of(
                "pattern_history",
                "user_feedback",
                "automation_versions",
                "ask_ai_queries",
                "clarification_sessions",
                "entity_aliases",
                "device_capabilities",
                "system_settings",
                "analysis_run_status",
                "outbox",
                "inbox",
                "models");

        // When
        new OpenDatabase(file).close();

        // Then
        for (Map.Entry<String, String> table : known.entrySet()) {
            assertThat(number(
                            file, "SELECT count(*) FROM (SELECT " + table.getValue() + " FROM " + table.getKey() + ")"))
                    .isZero();
        }
        for (String table : others) {
            assertThat(number(file, "SELECT count(*) FROM " + table)).as(table).isZero();
        }
    }

    private static void run(Path file, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private static long number(Path file, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.getLong(1);
        }
    }

    private static List<String> schema(Path file) throws SQLException {
        List<String> schema = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT name || ' ' || ifnull(sql, '') FROM sqlite_schema ORDER BY name")) {
            while (row.next()) {
                schema.add(row.getString(1));
            }
        }
        return schema;
    }
}
