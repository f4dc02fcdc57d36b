package io.homeiq.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.store.StoreException.Kind;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

class StoreExceptionTest {

    private static final Path FILE = Path.of("/data/history.db");

    @ParameterizedTest
    @CsvSource({
        "SQLITE_FULL, DISK_FULL",
        "SQLITE_IOERR_SHMSIZE, DISK_FULL",
        "SQLITE_BUSY, BUSY",
        "SQLITE_BUSY_SNAPSHOT, BUSY",
        "SQLITE_CORRUPT, CORRUPT",
        "SQLITE_NOTADB, FOREIGN",
        "SQLITE_READONLY, FAILED"
    })
    void tellsFailuresOfSqliteApart(SQLiteErrorCode code, Kind kind) {
        // When
        StoreException failure = StoreException.of(FILE, "append 3 events", new SQLiteException("text", code));

        // Then
        assertThat(failure.kind()).isEqualTo(kind);
        assertThat(failure).hasMessageStartingWith("Cannot append 3 events in /data/history.db: ");
        assertThat(failure.getMessage()).doesNotContain("\n").endsWith(".");
    }

    @Test
    void namesTheFolderToCheckForWhatItDoesNotKnow() {
        // When
        StoreException failure = StoreException.of(FILE, "open", new SQLException("odd"));

        // Then
        assertThat(failure).hasMessageContaining("odd").hasMessageContaining("Check that /data exists");
    }
}
