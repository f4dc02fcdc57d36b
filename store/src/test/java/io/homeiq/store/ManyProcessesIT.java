package io.homeiq.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.store.cursor.CursorRepository;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several processes at one shared database, from its very beginning. */
class ManyProcessesIT {

    private static final int TRANSACTIONS = 300;

    @TempDir
    Path folder;

    @Test
    void writeAtOnceWithoutFailingOrLosingAnything() {
        // Given
        Path file = folder.resolve("shared.db");
        CursorRepository cursors = new CursorRepository();

        // When
        List<Integer> exitCodes = new ArrayList<>();
        try (ChildJvm first = ChildJvm.start(CountUp.class, file.toString(), "" + TRANSACTIONS);
                ChildJvm second = ChildJvm.start(CountUp.class, file.toString(), "" + TRANSACTIONS);
                ChildJvm third = ChildJvm.start(CountUp.class, file.toString(), "" + TRANSACTIONS)) {
            CountUp.main(new String[] {file.toString(), "" + TRANSACTIONS});
            exitCodes.addAll(List.of(first.awaitEnd(), second.awaitEnd(), third.awaitEnd()));
        }

        // Then
        assertThat(exitCodes).containsOnly(0);
        try (OpenDatabase open = new OpenDatabase(file)) {
            long counted = open.read(connection -> cursors.get(connection, CountUp.CONSUMER));
            assertThat(counted).isEqualTo(4 * TRANSACTIONS);
        }
    }

    @Test
    void openANewDatabaseAtTheSameMoment() throws InterruptedException {
        for (int round = 0; round < 10; round++) {
            // Given
            Path file = folder.resolve("shared" + round + ".db");
            List<Throwable> failures = new CopyOnWriteArrayList<>();
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                Thread thread = new Thread(() -> Migrations.migrate(file, Migrations.SCRIPTS.size()));
                thread.setUncaughtExceptionHandler((ended, failure) -> failures.add(failure));
                threads.add(thread);
            }

            // When
            threads.forEach(Thread::start);
            for (Thread thread : threads) {
                thread.join();
            }

            // Then
            assertThat(failures).as("round %d", round).isEmpty();
            try (OpenDatabase open = new OpenDatabase(file)) {
                assertThat(open.number("PRAGMA user_version")).isEqualTo(Migrations.SCRIPTS.size());
            }
        }
    }
}
