package io.homeiq.store.setting;

import static io.homeiq.store.Samples.HOME;
import static io.homeiq.store.Samples.OTHER_HOME;
import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.contracts.home.HomeId;
import io.homeiq.store.OpenDatabase;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingRepositoryIT {

    private static final Instant NOW = Instant.parse("2026-03-01T06:00:00Z");

    private final SettingRepository settings = new SettingRepository();

    @TempDir
    Path folder;

    @Test
    void remembersTheLastValueOfEachNameInEachHomeOverARestart() {
        // Given
        try (OpenDatabase open = new OpenDatabase(folder.resolve("shared.db"))) {
            open.write(connection -> settings.set(connection, HOME, "mode", "off", NOW));
            open.write(connection -> settings.set(connection, HOME, "mode", "shadow", NOW));
            open.write(connection -> settings.set(connection, OTHER_HOME, "mode", "suggest", NOW));
            open.write(connection -> settings.set(connection, HOME, "gone", "x", NOW));
            open.write(connection -> settings.remove(connection, HOME, "gone"));
        }

        // When
        try (OpenDatabase open = new OpenDatabase(folder.resolve("shared.db"))) {

            // Then
            assertThat(get(open, HOME, "mode")).contains("shadow");
            assertThat(get(open, OTHER_HOME, "mode")).contains("suggest");
            assertThat(get(open, HOME, "gone")).isEmpty();
        }
    }

    private Optional<String> get(OpenDatabase open, HomeId home, String name) {
        return open.read(connection -> settings.get(connection, home, name));
    }
}
