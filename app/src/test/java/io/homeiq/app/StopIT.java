package io.homeiq.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.homeiq.testing.FreePort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code homeiq run} that is asked to end while it is at work: it ends quietly, and the next start goes on. */
class StopIT {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Map<String, String> variables = new TreeMap<>();
    private final int dataPort = FreePort.find();
    private final int patternPort = FreePort.find();

    @TempDir
    Path folder;

    StopIT() {
        variables.put("MQTT_PORT", "0");
        variables.put("HOMEIQ_DATA_PORT", Integer.toString(dataPort));
        variables.put("HOMEIQ_PATTERN_PORT", Integer.toString(patternPort));
        for (String role : List.of("TRAINING", "QUERY", "AUTOMATION")) {
            variables.put("HOMEIQ_" + role + "_PORT", "0");
        }
    }

    @Test
    void endsWithoutComplaintDuringAnAnalysisAndNotesItAtTheNextStart() throws IOException {
        // Given
        variables.put("HOMEIQ_DATA", folder.resolve("volume").toString());
        CommandRun.of(List.of("simulate", "--sample", "--days", "30", "--seed", "1", "--out", folder.toString()))
                .mustBeOk();
        Path events = folder.resolve("home-1/events.ndjson");
        try (HomeIqProcess process = start("first");
                Web web = Web.plain()) {
            awaitReady(web, process);
            web.upload("http://127.0.0.1:" + dataPort + "/api/v1/imports?name=events", events, "application/x-ndjson");
            web.post(pattern("/api/analysis/trigger"), "");
            assertThat(status(web, "/status")).isEqualTo("running");

            // When
            process.stop();

            // Then
            assertThat(process.err())
                    .doesNotContain(" WARN ", " ERROR ", "Rejected", "cannot be read", "null", "\tat ");
        }
        try (HomeIqProcess process = start("second");
                Web web = Web.plain()) {
            awaitReady(web, process);
            assertThat(status(web, "/last_run/status")).isEqualTo("failed");
        }
    }

    private HomeIqProcess start(String name) {
        return HomeIqProcess.start(folder, name, variables, List.of("run"));
    }

    private String status(Web web, String place) {
        return web.get(pattern("/api/analysis/status")).body().at(place).asText();
    }

    private String pattern(String path) {
        return "http://127.0.0.1:" + patternPort + path;
    }

    private void awaitReady(Web web, HomeIqProcess process) {
        await("ready")
                .atMost(PATIENCE)
                .ignoreException(UncheckedIOException.class)
                .untilAsserted(
                        () -> assertThat(web.get(pattern("/health/ready")).status())
                                .as(process::err)
                                .isEqualTo(200));
    }
}
