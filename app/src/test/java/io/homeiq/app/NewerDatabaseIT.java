package io.homeiq.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.store.SharedDatabase;
import io.homeiq.store.history.HistoryLog;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Databases that a newer version has written: the start fails in a line, and they stay as they are. */
class NewerDatabaseIT {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir
    Path folder;

    private Path volume;

    @BeforeEach
    void makeDatabases() throws IOException {
        volume = Files.createDirectory(folder.resolve("volume"));
        Vertx vertx = Vertx.vertx();
        SharedDatabase.open(vertx, volume.resolve("shared.db"))
                .compose(SharedDatabase::close)
                .timeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .await();
        vertx.close().await();
        HistoryLog.open(volume.resolve("history.db")).close();
    }

    @Test
    void refusesANewerSharedDatabase() throws SQLException, IOException {
        refuses(volume.resolve("shared.db"));
    }

    @Test
    void refusesANewerHistory() throws SQLException, IOException {
        refuses(volume.resolve("history.db"));
    }

    private void refuses(Path database) throws SQLException, IOException {
        // Given
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_mode = DELETE");
            statement.execute("PRAGMA user_version = 999");
        }
        byte[] before = Files.readAllBytes(database);

        // When
        try (HomeIqProcess process = HomeIqProcess.start(folder, "homeiq", variables(), List.of("run"))) {
            int exitCode = process.exitCode(PATIENCE);

            // Then
            assertThat(exitCode).as(process.err()).isEqualTo(1);
            assertThat(process.err().lines().filter(line -> line.startsWith("homeiq: ")))
                    .singleElement()
                    .asString()
                    .contains(database.toString(), "version 999", "Use the newer program");
            assertThat(process.err()).doesNotContain("\tat ");
        }
        assertThat(Files.readAllBytes(database)).isEqualTo(before);
    }

    private Map<String, String> variables() {
        Map<String, String> variables = new TreeMap<>(Map.of("HOMEIQ_DATA", volume.toString(), "MQTT_PORT", "0"));
        for (String role : List.of("DATA", "PATTERN", "TRAINING", "QUERY", "AUTOMATION")) {
            variables.put("HOMEIQ_" + role + "_PORT", "0");
        }
        return variables;
    }
}
