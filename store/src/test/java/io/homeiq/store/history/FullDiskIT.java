package io.homeiq.store.history;

import static io.homeiq.store.history.Events.byTime;
import static io.homeiq.store.history.Events.toggles;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.homeiq.contracts.home.HomeEvent;
import io.homeiq.store.StoreException;
import io.homeiq.store.StoreException.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a real file system that is full. Needs the right to mount one; elsewhere it is skipped, and only the limit of pages is tested. */
class FullDiskIT {

    private static final int BATCH = 1_000;
    private static final int MOST_BATCHES = 100;

    @TempDir
    Path folder;

    private Path disk;
    private boolean mounted;

    @BeforeEach
    void mount() throws IOException {
        disk = Files.createDirectory(folder.resolve("disk"));
        mounted = run("mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", disk.toString());
        assumeTrue(mounted, "a small disk cannot be mounted without being root: the test of a full disk is skipped");
    }

    @AfterEach
    void unmount() {
        if (mounted) {
            assertThat(run("umount", disk.toString())).as("unmounted").isTrue();
        }
    }

    private static boolean run(String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Test
    void losesNothingAndGoesOnWhenThereIsSpaceAgain() throws IOException {
        // Given
        Path file = disk.resolve("history.db");
        Path filler = Files.write(disk.resolve("filler"), new byte[1024 * 1024]);
        List<HomeEvent> all = toggles(MOST_BATCHES * BATCH);
        try (HistoryLog log = HistoryLog.open(file)) {

            // When
            int[] stored = {0};
            StoreException failure = catchThrowableOfType(StoreException.class, () -> {
                for (; stored[0] < all.size(); stored[0] += BATCH) {
                    log.append(all.subList(stored[0], stored[0] + BATCH), "test");
                }
            });
            StoreException again = catchThrowableOfType(
                    StoreException.class, () -> log.append(all.subList(stored[0], stored[0] + BATCH), "test"));

            // Then
            assertThat(failure.kind()).isEqualTo(Kind.DISK_FULL);
            assertThat(again.kind()).isEqualTo(Kind.DISK_FULL);
            assertThat(again).hasMessageContaining("disk is full").hasMessageContaining(file.toString());
            assertThat(stored[0]).isPositive();
            Files.delete(filler);
            assertThat(log.append(all.subList(stored[0], stored[0] + BATCH), "test")
                            .lastSeq())
                    .isEqualTo(stored[0] + BATCH);
            assertThat(byTime(log)).isEqualTo(all.subList(0, stored[0] + BATCH));
        }
    }
}
