package io.homeiq.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.contracts.home.Sequenced;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whenever a process is killed, what it kept before is there. */
class KilledWhileKeepingIT {

    private static final int KILLS = 4;

    @TempDir
    private Path folder;

    @Test
    void theFileIsWholeWheneverTheProcessIsKilled() throws IOException, InterruptedException {
        Path file = folder.resolve("miner_memory.bin");
        List<Sequenced> events = HallLife.events(1);
        SplittableRandom random = new SplittableRandom(12);
        for (int kill = 0; kill < KILLS; kill++) {
            // Given a process that has kept the file some times, and is about to again
            Process process = start(file);
            try (BufferedReader told = process.inputReader()) {
                int lines = random.nextInt(1, 30);
                for (int i = 0; i < lines; i++) {
                    assertThat(told.readLine()).isEqualTo("kept");
                }

                // When
                process.destroyForcibly().waitFor();
            }

            // Then
            assertThat(KeepingProcess.sessions(file).kept(KeepingProcess.HOME))
                    .as("kill %d, seed 12", kill)
                    .hasValueSatisfying(kept -> assertThat(kept.last()).isEqualTo(events.getLast()));
        }
    }

    private static Process start(Path file) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KeepingProcess.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
