package io.homeiq.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.homeiq.testing.FreePort;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A role runs once in a home: who starts it a second time is told so and ends, and the first one never notices. */
class SecondProcessIT {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final int port = FreePort.find();

    @TempDir
    Path folder;

    @Test
    void refusesASecondProcessOfARoleUntilTheFirstIsGone() {
        // Given
        try (Web web = Web.plain();
                HomeIqProcess first = start("first", port, "query,training")) {
            awaitLife(web, first, port);

            // When
            try (HomeIqProcess second = start("second", FreePort.find(), "automation,query")) {
                // Then
                assertThat(second.exitCode(PATIENCE)).as(second.err()).isEqualTo(1);
                assertThat(second.err().strip())
                        .startsWith("homeiq: Already process ")
                        .contains("runs the query service of home", "home.query.lock", "Stop that one")
                        .doesNotContain("\n");
            }
            try (HomeIqProcess other = start("other", FreePort.find(), "pattern")) {
                await().atMost(PATIENCE).until(() -> other.out().contains("pattern"));
                assertThat(first.isAlive()).isTrue();
                assertThat(first.err()).doesNotContain(" ERROR ");
            }
            first.kill();
            try (HomeIqProcess next = start("next", port, "query,training")) {
                awaitLife(web, next, port);
            }
        }
    }

    private HomeIqProcess start(String name, int queryPort, String roles) {
        Map<String, String> variables = new TreeMap<>();
        variables.put("HOMEIQ_DATA", folder.resolve("volume").toString());
        variables.put("MQTT_BROKER", "127.0.0.1:" + FreePort.find());
        variables.put("HOMEIQ_QUERY_PORT", Integer.toString(queryPort));
        for (String role : List.of("DATA", "PATTERN", "TRAINING", "AUTOMATION")) {
            variables.put("HOMEIQ_" + role + "_PORT", "0");
        }
        return HomeIqProcess.start(folder, name, variables, List.of("run", "--roles=" + roles));
    }

    /** Without its broker it is not ready, which does not matter here. */
    private static void awaitLife(Web web, HomeIqProcess process, int port) {
        await("the first answer")
                .atMost(PATIENCE)
                .ignoreException(UncheckedIOException.class)
                .untilAsserted(() -> assertThat(web.get("http://127.0.0.1:" + port + "/health/live")
                                .isOk())
                        .as(process::err)
                        .isTrue());
    }
}
