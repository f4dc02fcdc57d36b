package io.homeiq.store.cursor;

import static io.homeiq.store.Futures.failure;
import static io.homeiq.store.Samples.HOME;
import static io.homeiq.store.Samples.OTHER_HOME;
import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.contracts.home.HomeId;
import io.homeiq.store.OpenDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CursorRepositoryIT {

    private final CursorRepository cursors = new CursorRepository();

    @TempDir
    Path folder;

    private OpenDatabase open;

    @BeforeEach
    void open() {
        open = new OpenDatabase(folder.resolve("shared.db"));
    }

    @AfterEach
    void close() {
        open.close();
    }

    private long cursor(HomeId home, String consumer) {
        return open.read(connection -> cursors.get(connection, home, consumer));
    }

    @Test
    void remembersThePlaceOfEachConsumerInEachHome() {
        // When
        open.write(connection -> cursors.set(connection, HOME, "pattern", 3));
        open.write(connection -> cursors.set(connection, HOME, "pattern", 5_000_000_000L));
        open.write(connection -> cursors.set(connection, OTHER_HOME, "pattern", 7));
        open.write(connection -> cursors.set(connection, "pattern", 9));

        // Then
        assertThat(cursor(HOME, "pattern")).isEqualTo(5_000_000_000L);
        assertThat(cursor(OTHER_HOME, "pattern")).isEqualTo(7);
        assertThat(cursor(HomeId.DEFAULT, "pattern")).isEqualTo(9);
        assertThat(cursor(HOME, "query")).isZero();
    }

    @Test
    void refusesWhatIsNoPlace() {
        // When
        Throwable failure = failure(open.database().write(connection -> cursors.set(connection, HOME, "pattern", -1)));

        // Then
        assertThat(failure).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("-1");
    }
}
