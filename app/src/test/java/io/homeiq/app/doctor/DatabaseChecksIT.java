package io.homeiq.app.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.app.doctor.Finding.Verdict;
import io.homeiq.store.SharedDatabase;
import io.homeiq.store.history.HistoryLog;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseChecksIT {

    /** Within the second page of SQLite's usual size, which holds a table. */
    private static final long INSIDE = 4_096;

    private static final int SPOILT_BYTES = 3 * 4_096;

    @TempDir
    Path folder;

    @Test
    void whatIsNotThereYetIsNoFault() {
        assertThat(new HistoryCheck(folder.resolve("history.db")).findings())
                .extracting(Finding::verdict)
                .containsExactly(Verdict.REMARK);
        assertThat(new SharedDatabaseCheck(folder.resolve("shared.db")).findings())
                .extracting(Finding::verdict)
                .containsExactly(Verdict.REMARK);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void wholeDatabasesAreGoodAlsoWhileTheyAreInUse() throws IOException {
        // Given
        Path shared = shared();
        Path history = folder.resolve("history.db");
        try (HistoryLog log = HistoryLog.open(history)) {

            // Then
            assertThat(log.lastSeq()).isZero();
            assertThat(new HistoryCheck(history).findings())
                    .containsExactly(Finding.good("history", history + " is whole, with 0 events"));
            assertThat(new SharedDatabaseCheck(shared).findings())
                    .singleElement()
                    .satisfies(finding -> {
                        assertThat(finding.verdict()).isEqualTo(Verdict.GOOD);
                        assertThat(finding.text()).contains("is whole, version ");
                    });
        }
    }

    @Test
    void theDatabaseOfTheOlderServiceIsLeftToIt() throws SQLException, IOException {
        // Given
        Path older = folder.resolve("older.db");
        run(older, "CREATE TABLE patterns (id INTEGER PRIMARY KEY)");
        byte[] before = Files.readAllBytes(older);

        // When
        var findings = new SharedDatabaseCheck(older).findings();

        // Then
        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.verdict()).isEqualTo(Verdict.MEND);
            assertThat(finding.text()).contains("something else");
            assertThat(finding.cure()).contains("DATABASE_PATH");
        });
        assertThat(Files.readAllBytes(older)).isEqualTo(before);
    }

    @Test
    void aDatabaseOfANewerProgramIsLeftToThat() throws SQLException {
        // Given
        Path shared = shared();
        run(shared, "PRAGMA user_version = 1000");

        // Then
        assertThat(new SharedDatabaseCheck(shared).findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.cure()).contains("newer program"));
    }

    @Test
    void damageIsFound() throws IOException {
        // Given
        Path shared = shared();
        try (RandomAccessFile file = new RandomAccessFile(shared.toFile(), "rw")) {
            file.seek(INSIDE);
            byte[] spoilt = new byte[SPOILT_BYTES];
            Arrays.fill(spoilt, (byte) 0x5A);
            file.write(spoilt);
        }

        // Then
        assertThat(new SharedDatabaseCheck(shared).findings()).singleElement().satisfies(finding -> {
            assertThat(finding.verdict()).isEqualTo(Verdict.MEND);
            assertThat(finding.text()).contains("damaged");
            assertThat(finding.cure()).contains("back-up");
        });
    }

    private Path shared() {
        Path file = folder.resolve("shared.db");
        Vertx vertx = Vertx.vertx();
        SharedDatabase.open(vertx, file).compose(SharedDatabase::close).await();
        vertx.close().await();
        return file;
    }

    private static void run(Path file, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
