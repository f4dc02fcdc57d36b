package io.homeiq.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.homeiq.store.StoreException.Kind;
import io.homeiq.store.history.HistoryLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExaminationIT {

    @TempDir
    Path folder;

    @Test
    void tellsTheVersionOfADatabaseInUse() {
        // Given
        Path file = folder.resolve("shared.db");
        try (OpenDatabase open = new OpenDatabase(file)) {
            open.run("INSERT INTO system_settings SELECT * FROM system_settings");

            // Then
            assertThat(Examination.ofShared(file)).isEqualTo(Migrations.SCRIPTS.size());
            Examination.ofPages(file);
        }
    }

    @Test
    void aHistoryIsNoSharedDatabase() {
        // Given
        Path file = folder.resolve("history.db");
        HistoryLog.open(file).close();

        // Then
        assertThatThrownBy(() -> Examination.ofShared(file)).satisfies(failure -> assertKind(failure, Kind.FOREIGN));
        Examination.ofPages(file);
    }

    @Test
    void aTextIsNoDatabase() throws IOException {
        // Given
        Path file = Files.writeString(folder.resolve("shared.db"), "a text, and nothing but a text".repeat(200));

        // Then
        assertThatThrownBy(() -> Examination.ofPages(file)).satisfies(failure -> assertKind(failure, Kind.FOREIGN));
    }

    @Test
    void whatIsNotThereIsNotMade() {
        assertThatThrownBy(() -> Examination.ofShared(folder.resolve("shared.db")))
                .satisfies(failure -> assertKind(failure, Kind.MISSING));
        assertThat(folder).isEmptyDirectory();
    }

    private static void assertKind(Throwable failure, Kind kind) {
        assertThat(failure)
                .isInstanceOfSatisfying(
                        StoreException.class, known -> assertThat(known.kind()).isEqualTo(kind));
    }
}
