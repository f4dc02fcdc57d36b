package io.homeiq.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.homeiq.app.settings.Role;
import io.homeiq.testing.FreePort;
import io.homeiq.testing.MosquittoProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a real process says of its health while something that it stands on fails, and afterwards. It answers each question in time, always. */
class HealthUnderFailureIT {

    private static final Duration START = Duration.ofMinutes(1);

    /** More than the two seconds that are promised: the machine of a test may be busy. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Map<String, String> URLS = new TreeMap<>();

    @TempDir
    static Path folder;

    private static MosquittoProcess broker;
    private static HomeIqProcess homeIq;
    private static HealthView view;

    @BeforeAll
    static void start() {
        broker = MosquittoProcess.startInMemory();
        Map<String, String> variables = new TreeMap<>(Map.of(
                "HOMEIQ_DATA",
                folder.resolve("volume").toString(),
                "MQTT_BROKER",
                broker.host() + ":" + broker.port()));
        for (Role role : Role.values()) {
            int port = FreePort.find();
            URLS.put(role.wireName(), "http://127.0.0.1:" + port);
            variables.put("HOMEIQ_" + role.name() + "_PORT", Integer.toString(port));
        }
        homeIq = HomeIqProcess.start(folder, "homeiq", variables, List.of("run"));
        view = new HealthView(URLS);
    }

    @AfterAll
    static void stop() {
        view.close();
        homeIq.close();
        broker.close();
    }

    @BeforeEach
    void awaitHealth() {
        await("health")
                .atMost(START)
                .ignoreException(UncheckedIOException.class)
                .untilAsserted(
                        () -> assertThat(view.ready().values()).as(homeIq.err()).containsOnly("ready"));
        assertThat(view.health().values()).containsOnly("healthy");
    }

    @Test
    void saysThatTheDatabaseIsLockedWhileItIs() throws SQLException {
        // Given
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("volume/shared.db"));
                Statement statement = other.createStatement()) {
            statement.executeUpdate("BEGIN EXCLUSIVE");

            // Then
            awaitDown(URLS.keySet().stream().toList(), "database");
            statement.executeUpdate("ROLLBACK");
        }
        awaitHealth();
    }

    @Test
    void saysThatTheHistoryIsLockedWhileItIs() throws SQLException {
        // Given
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("volume/history.db"));
                Statement statement = other.createStatement()) {
            statement.executeUpdate("BEGIN EXCLUSIVE");

            // Then
            awaitDown(List.of("data"), "history");
            statement.executeUpdate("ROLLBACK");
        }
        awaitHealth();
    }

    @Test
    void saysThatTheBrokerIsGoneUntilItIsBack() {
        // When
        broker.kill();

        // Then
        awaitDown(URLS.keySet().stream().toList(), "bus");
        broker.start();
        awaitHealth();
    }

    /** As on a full disk: the system lets the process write no more byte into any file. */
    @Test
    void saysThatNothingCanBeWrittenUntilItCan() throws IOException, InterruptedException {
        // Given
        limitFiles("0:unlimited");
        try (Web web = Web.plain()) {
            // When
            int status = web.post(URLS.get("query") + "/api/v1/query", "{\"query\": \"what is on\"}")
                    .status();

            // Then
            assertThat(status).isGreaterThanOrEqualTo(500);
            awaitDown(URLS.keySet().stream().toList(), "database");
            limitFiles("unlimited:unlimited");
            awaitHealth();
            assertThat(web.post(URLS.get("query") + "/api/v1/query", "{\"query\": \"what is on\"}")
                            .status())
                    .isEqualTo(201);
        } finally {
            limitFiles("unlimited:unlimited");
        }
    }

    private static void limitFiles(String bytes) throws IOException, InterruptedException {
        Process prlimit = new ProcessBuilder("prlimit", "--pid", Long.toString(homeIq.pid()), "--fsize=" + bytes)
                .inheritIO()
                .start();
        assertThat(prlimit.waitFor(10, TimeUnit.SECONDS) && prlimit.exitValue() == 0)
                .as("the limit of file sizes is set")
                .isTrue();
    }

    /** These services name this check and no other, all others are ready, and every one lives. */
    private static void awaitDown(List<String> services, String check) {
        Map<String, String> expected = new TreeMap<>();
        Map<String, String> words = new TreeMap<>();
        URLS.keySet().forEach(name -> {
            expected.put(name, services.contains(name) ? check : "ready");
            words.put(name, services.contains(name) ? "degraded" : "healthy");
        });
        await(check + " is down")
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(view.ready()).as(homeIq.err()).isEqualTo(expected));
        assertThat(view.health()).isEqualTo(words);
    }
}
