package io.homeiq.data.home;

import static io.homeiq.data.RunningData.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.contracts.home.HomeId;
import io.homeiq.contracts.json.WireJson;
import io.homeiq.contracts.rule.Verbatim;
import io.homeiq.homeassistant.automation.Scripts;
import io.homeiq.store.SharedDatabase;
import io.homeiq.store.registry.RegistryRepository;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What one service was told of the home, the others find. */
class KnownHomeIT {

    private static final HomeId HOME = new HomeId("home");

    @TempDir
    Path folder;

    private final Vertx vertx = Vertx.vertx();
    private final RegistryRepository repository = new RegistryRepository(new WireJson());
    private SharedDatabase database;

    @BeforeEach
    void open() {
        database = await(SharedDatabase.open(vertx, folder.resolve("shared.db")));
    }

    @AfterEach
    void close() {
        await(database.close());
        await(vertx.close());
    }

    @Test
    void scriptsAreFoundByTheNamesThatTheyAreCalledBy() {
        // Given
        Verbatim dark = new Verbatim(Map.of("alias", "Dark", "sequence", List.of(Map.of("action", "light.turn_off"))));
        Scripts scripts = new Scripts(Map.of("dark", dark, "dark_too", dark));
        KnownHome home = new KnownHome(database, repository, HOME, InstantSource.system());

        // When
        await(home.replace(scripts));

        // Then
        Verbatim saved = await(database.read(connection -> repository.loadScripts(connection, HOME)));
        assertThat(Scripts.of(saved)).isEqualTo(scripts);
    }
}
