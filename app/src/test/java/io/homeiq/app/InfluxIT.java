package io.homeiq.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.homeiq.testing.FreePort;
import io.homeiq.testing.InfluxProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code homeiq analyze} and {@code homeiq import} of a real InfluxDB 1.x. */
class InfluxIT {

    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final int DAYS = 40;
    private static final String PASSWORD = "s3cret-word";

    private static InfluxProcess influx;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() {
        influx = InfluxProcess.startWithLogin("reader", PASSWORD);
        influx.query("CREATE DATABASE \"home\"");
        influx.write("home", lines());
    }

    @AfterAll
    static void stop() {
        if (influx != null) {
            influx.close();
        }
    }

    /** A porch light by the clock, each evening a little different and never to the second, and a temperature each hour. */
    private static List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (int day = 0; day < DAYS; day++) {
            Instant midnight = START.plus(Duration.ofDays(day));
            lines.add(light("on", 1, midnight.plus(Duration.ofSeconds((19 * 60 + day * 7 % 5) * 60L + day * 37 % 59))));
            lines.add(light(
                    "off", 0, midnight.plus(Duration.ofSeconds((23 * 60 + day * 5 % 7) * 60L + day * 23 % 53))));
            for (int hour = 0; hour < 24; hour++) {
                Instant time = midnight.plus(Duration.ofHours(hour));
                lines.add("°C,domain=sensor,entity_id=garden value=" + (10 + hour % 7) + ".5 " + nanos(time));
            }
        }
        return lines;
    }

    private static String light(String state, int value, Instant time) {
        return "light.porch,domain=light,entity_id=porch state=\"" + state + "\",value=" + value
                + ",friendly_name_str=\"Porch\" " + nanos(time);
    }

    private static long nanos(Instant time) {
        return time.getEpochSecond() * 1_000_000_000L;
    }

    private static String address(String database) {
        return "influxdb://reader@127.0.0.1:" + influx.port() + "/" + database;
    }

    private static CommandRun run(String... arguments) {
        return CommandRun.of(Map.of("INFLUXDB_PASSWORD", PASSWORD), List.of(arguments));
    }

    @Test
    void isAnalysedAsAFileIs() throws IOException {
        // When
        CommandRun run = run("analyze", address("home"), "--out", folder.toString(), "--stats", "--quiet");

        // Then
        run.mustBeOk();
        assertThat(run.out()).contains(DAYS * 26 + " rows, " + DAYS * 26 + " events", "proven of");
        assertThat(run.out() + run.err()).doesNotContain(PASSWORD);
        assertThat(Files.readString(folder.resolve("suggestions.json"))).contains("light.porch");
    }

    @Test
    void isCountedOnceWhenItIsNamedTwice() {
        // When
        CommandRun run = run("analyze", address("home"), address("home"), "--out", folder.toString(), "--stats");

        // Then
        run.mustBeOk();
        assertThat(run.out()).contains(DAYS * 26 + " rows, 0 events, " + DAYS * 26 + " known already");
    }

    @Test
    void aDatabaseThatIsNotThereFailsInOneLine() {
        // When
        CommandRun run = run("analyze", address("away"), "--out", folder.toString(), "--quiet", "--time-zone", "UTC");

        // Then
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err().lines())
                .contains(address("away") + ": database not found: away; check the names in the address");
    }

    @Test
    void anAddressWithAPasswordIsRefusedAndNotShown() {
        // When
        CommandRun run = run("import", "influxdb://reader:" + PASSWORD + "@127.0.0.1/home");

        // Then
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("set INFLUXDB_PASSWORD").doesNotContain(PASSWORD);
    }

    @Test
    void isImportedIntoARunningHomeIqOnce() {
        // Given
        int port = FreePort.find();
        Map<String, String> service = new TreeMap<>(Map.of(
                "HOMEIQ_DATA", folder.resolve("volume").toString(),
                "MQTT_PORT", "0",
                "HOMEIQ_DATA_PORT", Integer.toString(port)));
        Map<String, String> command = Map.of("DATA_API_URL", "http://127.0.0.1:" + port, "INFLUXDB_PASSWORD", PASSWORD);
        try (HomeIqProcess process = HomeIqProcess.start(folder, "data", service, List.of("run", "--roles=data"));
                Web web = Web.plain()) {
            await("ready")
                    .atMost(Duration.ofMinutes(1))
                    .ignoreException(UncheckedIOException.class)
                    .untilAsserted(() -> assertThat(web.get("http://127.0.0.1:" + port + "/health/ready")
                                    .status())
                            .as(process::err)
                            .isEqualTo(200));

            // When
            CommandRun first =
                    CommandRun.of(command, List.of("import", address("home"))).mustBeOk();
            CommandRun second =
                    CommandRun.of(command, List.of("import", address("home"))).mustBeOk();

            // Then
            int all = DAYS * 26;
            assertThat(first.out().strip())
                    .isEqualTo(address("home") + ": " + all + " events added, 0 known already, 0 rows skipped");
            assertThat(second.out().strip())
                    .isEqualTo(address("home") + ": 0 events added, " + all + " known already, 0 rows skipped");
            assertThat(process.out() + process.err() + first + second).doesNotContain(PASSWORD);
        }
    }
}
