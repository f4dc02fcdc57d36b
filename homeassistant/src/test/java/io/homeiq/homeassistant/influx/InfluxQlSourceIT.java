package io.homeiq.homeassistant.influx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.homeiq.contracts.home.HomeEvent;
import io.homeiq.contracts.home.StateChange;
import io.homeiq.homeassistant.source.SourceException;
import io.homeiq.homeassistant.source.SourceException.Kind;
import io.homeiq.homeassistant.source.SourceReport;
import io.homeiq.testing.InfluxProcess;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A real InfluxDB 1.x with a login; the tests share it, each with a database of its own. */
class InfluxQlSourceIT {

    private static final InfluxLogin LOGIN = new InfluxLogin("owner", "a s3cret", null);

    private static InfluxProcess influx;

    @BeforeAll
    static void start() {
        influx = InfluxProcess.startWithLogin("owner", "a s3cret");
    }

    @AfterAll
    static void stop() {
        if (influx != null) {
            influx.close();
        }
    }

    private static InfluxSource source(String rest) {
        return InfluxSource.of(InfluxAddress.parse("influxdb://127.0.0.1:" + influx.port() + "/" + rest), LOGIN);
    }

    private static long nanos(Instant time) {
        return time.getEpochSecond() * 1_000_000_000L + time.getNano();
    }

    @Test
    void readsManyMeasurementsInOrderAndEverythingOnce() {
        // Given
        long seed = 11;
        Random random = new Random(seed);
        influx.query("CREATE DATABASE \"many\"");
        Instant time = Instant.parse("2026-01-01T00:00:00Z");
        List<String> expected = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 30_000; i++) {
            time = time.plusNanos(1_000L * (1 + random.nextInt(i % 5_000 == 0 ? 2_000_000_000 : 20_000_000)));
            int entity = random.nextInt(450);
            boolean isOn = random.nextBoolean();
            lines.add("light.l" + entity + ",domain=light,entity_id=l" + entity + " state=\"" + (isOn ? "on" : "off")
                    + "\",value=" + (isOn ? "1.0" : "0.0") + " " + nanos(time));
            expected.add(time + " light.l" + entity + " " + (isOn ? "on" : "off"));
        }
        Collections.shuffle(lines, random);
        for (int from = 0; from < lines.size(); from += 5_000) {
            influx.write("many", lines.subList(from, from + 5_000));
        }

        // When
        List<String> read = new ArrayList<>();
        SourceReport report = source("many").read(event -> {
            StateChange change = (StateChange) event;
            read.add(change.time() + " " + change.entityId() + " " + change.after());
        });

        // Then
        assertThat(read).as("seed %s", seed).isEqualTo(expected);
        assertThat(report.skipped()).isEmpty();
    }

    @Test
    void leavesAloneWhatOtherProgramsWrote() {
        // Given
        influx.query("CREATE DATABASE \"shared\"");
        influx.write(
                "shared",
                List.of(
                        "cpu,host=nas usage=5 1772347502000000000",
                        "°C,domain=sensor,entity_id=a value=21.5 1772347503000000000",
                        "°C,host=nas value=50 1772347503000000000",
                        "we\\\"ird\\ name,domain=switch,entity_id=b state=\"on\" 1772347504000000000"));
        List<HomeEvent> read = new ArrayList<>();

        // When
        SourceReport report = source("shared").read(read::add);

        // Then
        assertThat(read.stream().map(StateChange.class::cast).map(Recorded::line))
                .containsExactly(
                        "2026-03-01T06:45:03Z sensor.a null -> 21.5", "2026-03-01T06:45:04Z switch.b null -> on");
        assertThat(report.skipped()).containsExactly(Map.entry("no entity_id", 1L));
    }

    @Test
    void readsTheRetentionPolicyThatIsNamed() {
        // Given
        influx.query("CREATE DATABASE \"kept\"");
        influx.query("CREATE RETENTION POLICY \"long time\" ON \"kept\" DURATION INF REPLICATION 1");
        influx.query("CREATE RETENTION POLICY \"other\" ON \"kept\" DURATION INF REPLICATION 1");
        influx.write("kept", List.of("light.a,domain=light,entity_id=a state=\"on\" 1772347504000000000"));
        influx.query(
                "SELECT * INTO \"kept\".\"long time\".\"light.a\" FROM \"kept\".\"autogen\".\"light.a\" GROUP BY *");
        List<HomeEvent> read = new ArrayList<>();

        // When
        source("kept?rp=long%20time").read(read::add);

        // Then
        assertThat(read).hasSize(1);
        assertThatThrownBy(() -> source("kept?rp=none").read(read::add))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("retention policy not found");
        assertThatThrownBy(() -> source("kept?rp=other").read(read::add))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("holds nothing");
    }

    @Test
    void aUserWhoMayOnlyReadIsEnough() {
        // Given
        influx.query("CREATE DATABASE \"open\"");
        influx.query("CREATE USER \"guest\" WITH PASSWORD 'w0rd'");
        influx.query("GRANT READ ON \"open\" TO \"guest\"");
        influx.write("open", List.of("light.a,domain=light,entity_id=a state=\"on\" 1772347504000000000"));
        InfluxAddress address = InfluxAddress.parse("influxdb://guest@127.0.0.1:" + influx.port() + "/open");

        // When
        SourceReport report =
                InfluxSource.of(address, new InfluxLogin("owner", "w0rd", null)).read(event -> {});

        // Then
        assertThat(report.events()).isEqualTo(1);
    }

    @Test
    void saysThatThereIsNoSuchDatabase() {
        assertThatThrownBy(() -> source("nowhere").read(event -> {}))
                .isInstanceOfSatisfying(
                        SourceException.class, e -> assertThat(e.kind()).isEqualTo(Kind.MISSING))
                .hasMessageContaining("database not found: nowhere; check the names in the address");
    }

    @Test
    void saysThatTheLoginIsWrong() {
        // Given
        InfluxAddress address = InfluxAddress.parse("influxdb://stranger@127.0.0.1:" + influx.port() + "/x");

        // Then
        assertThatThrownBy(() -> InfluxSource.of(address, new InfluxLogin(null, "w0rd", null), Duration.ofSeconds(20))
                        .read(event -> {}))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("lets nobody in with this login (authorization failed)")
                .hasMessageNotContaining("w0rd");
    }
}
