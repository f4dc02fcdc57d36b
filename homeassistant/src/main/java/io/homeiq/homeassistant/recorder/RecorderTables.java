package io.homeiq.homeassistant.recorder;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** The tables of Home Assistant's recorder, and the rows by which it knows its own work. */
final class RecorderTables {

    /** What Home Assistant 2026.11 makes. */
    static final int SCHEMA_VERSION = 53;

    private static final String TABLES = "tables-53.sql";
    private static final String INDICES = "indices-53.sql";

    /** Statistics are compiled in steps of this. */
    private static final Duration STATISTICS_STEP = Duration.ofMinutes(5);

    private static final DateTimeFormatter DATE_TIME = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd HH:mm:ss.SSSSSS", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private RecorderTables() {}

    static void create(Connection connection) throws SQLException {
        run(connection, TABLES);
    }

    /**
     * Adds the indices, which are built faster when the rows are there, and one run of the recorder from the first to
     * the last event that was ended in order. No data migration is noted as done, because to a database that began
     * with this schema none applies.
     */
    static void complete(Connection connection, Instant first, Instant last) throws SQLException {
        run(connection, INDICES);
        String end = DATE_TIME.format(last);
        insert(connection, "INSERT INTO schema_changes VALUES (1, " + SCHEMA_VERSION + ", ?)", List.of(end));
        insert(
                connection,
                "INSERT INTO recorder_runs VALUES (1, ?, ?, 0, ?)",
                List.of(DATE_TIME.format(first), end, DATE_TIME.format(first)));
        long step = STATISTICS_STEP.toSeconds();
        Instant compiled = Instant.ofEpochSecond(Math.floorDiv(last.getEpochSecond(), step) * step);
        insert(connection, "INSERT INTO statistics_runs VALUES (1, ?)", List.of(DATE_TIME.format(compiled)));
    }

    private static void insert(Connection connection, String sql, List<String> values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.size(); i++) {
                statement.setString(i + 1, values.get(i));
            }
            statement.executeUpdate();
        }
    }

    private static void run(Connection connection, String resource) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : text(resource).split(";", -1)) {
                if (!sql.isBlank()) {
                    statement.executeUpdate(sql);
                }
            }
        }
    }

    private static String text(String resource) {
        try (InputStream in = RecorderTables.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the class path lacks " + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the class path cannot be read", unreadable);
        }
    }
}
