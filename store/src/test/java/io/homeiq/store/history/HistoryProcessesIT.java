package io.homeiq.store.history;

import static io.homeiq.store.history.Events.bySeq;
import static io.homeiq.store.history.Events.toggles;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.homeiq.contracts.home.Sequenced;
import io.homeiq.store.ChildJvm;
import io.homeiq.store.StoreException;
import io.homeiq.store.StoreException.Kind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A history with more than one process at it, and with one that is killed. */
class HistoryProcessesIT {

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void choose() {
        file = folder.resolve("history.db");
    }

    @Test
    void losesNothingThatWasCommittedWhenTheWriterIsKilled() {
        // Given
        long committed = 0;
        for (int kill = 0; kill < 3; kill++) {
            try (ChildJvm writer = ChildJvm.start(EndlessAppend.class, file.toString())) {
                writer.awaitLine("committed");
                writer.awaitLine("committed");
                committed = Long.parseLong(writer.awaitLine("committed"));
                for (String line : writer.kill()) {
                    committed = Math.max(committed, committedIn(line, committed));
                }
            }
        }

        // When
        try (HistoryLog log = HistoryLog.open(file)) {
            List<Sequenced> read = bySeq(log);

            // Then
            assertThat(read).hasSizeGreaterThanOrEqualTo((int) committed);
            assertThat(read.size() % EndlessAppend.BATCH)
                    .as("only whole appends")
                    .isZero();
            assertThat(read)
                    .extracting(Sequenced::seq)
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, read.size()).boxed().toList());
            assertThat(read).extracting(Sequenced::event).isEqualTo(toggles(read.size()));
            assertThat(log.append(EndlessAppend.batch(read.size() / EndlessAppend.BATCH), "test")
                            .lastSeq())
                    .isEqualTo(read.size() + EndlessAppend.BATCH);
        }
    }

    /** The last line may be cut in the middle of its number. */
    private static long committedIn(String line, long before) {
        String number = line.replace("committed", "").strip();
        long read = number.isEmpty() ? 0 : Long.parseLong(number);
        return read % EndlessAppend.BATCH == 0 ? read : before;
    }

    @Test
    void refusesASecondWriterAndNamesTheFirst() {
        // Given
        try (ChildJvm writer = ChildJvm.start(EndlessAppend.class, file.toString())) {
            writer.awaitLine("committed");

            // When
            StoreException failure = catchThrowableOfType(StoreException.class, () -> HistoryLog.open(file));

            // Then
            assertThat(failure.kind()).isEqualTo(Kind.IN_USE);
            assertThat(failure)
                    .hasMessageContaining(file.toString())
                    .hasMessageContaining("process " + writer.pid())
                    .hasMessageContaining("Stop that one");
        }
    }

    @Test
    void readsWhileAnotherProcessWrites() {
        // Given
        try (ChildJvm writer = ChildJvm.start(EndlessAppend.class, file.toString())) {
            long committed = Long.parseLong(writer.awaitLine("committed"));

            // When
            List<Sequenced> read = new ArrayList<>();
            try (HistoryReader reader = HistoryReader.open(file)) {
                reader.bySeq(0, (int) committed, read::add);
            }

            // Then
            assertThat(read).extracting(Sequenced::event).isEqualTo(toggles((int) committed));
        }
    }
}
