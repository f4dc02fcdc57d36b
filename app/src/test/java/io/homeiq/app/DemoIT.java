package io.homeiq.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code homeiq demo --once} as a new user runs it. */
class DemoIT {

    @TempDir
    Path folder;

    @Test
    void takesASampleHomeThroughTheWholeJob() {
        // When
        try (HomeIqProcess demo =
                HomeIqProcess.start(folder, "demo", Map.of(), List.of("demo", "--once", "--free-ports"))) {
            int exitCode = demo.exitCode(Duration.ofMinutes(2));

            // Then
            assertThat(exitCode).as(() -> demo.out() + demo.err()).isZero();
            assertThat(demo.out())
                    .containsPattern("would have fired \\d+ times: \\d+ agreed, \\d+ unwanted, \\d+ missed")
                    .containsPattern("- id: \"?homeiq_[a-z0-9_]+")
                    .contains("triggers:", "actions:");
            assertThat(demo.out().lines().filter(line -> line.contains("bus: ")).toList())
                    .as("events in order")
                    .satisfies(DemoIT::comeInOrder);
            assertThat(demo.out()).contains("data ", "pattern ", "training ", "query ", "automation ");
        }
    }

    private static void comeInOrder(List<? extends String> lines) {
        int from = 0;
        for (String type :
                List.of("pattern.detected", "suggestion.created", "suggestion.approved", "automation.deployed")) {
            int at = from;
            while (at < lines.size() && !lines.get(at).contains(type)) {
                at++;
            }
            assertThat(at).as(type + " after line " + from + " of " + lines).isLessThan(lines.size());
            from = at + 1;
        }
    }
}
