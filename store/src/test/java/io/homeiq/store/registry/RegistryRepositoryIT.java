package io.homeiq.store.registry;

import static io.homeiq.store.Samples.HOME;
import static io.homeiq.store.Samples.NOW;
import static io.homeiq.store.Samples.OTHER_HOME;
import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.contracts.home.Area;
import io.homeiq.contracts.home.Device;
import io.homeiq.contracts.home.Entity;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeConfig;
import io.homeiq.contracts.home.HomeRegistry;
import io.homeiq.contracts.home.Location;
import io.homeiq.contracts.home.User;
import io.homeiq.contracts.rule.Automation;
import io.homeiq.contracts.rule.Verbatim;
import io.homeiq.store.OpenDatabase;
import io.homeiq.store.Samples;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistryRepositoryIT {

    private final RegistryRepository registries = new RegistryRepository(Samples.JSON);

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

    @Test
    void givesBackTheLatestRegistry() {
        // Given
        Entity entity = new Entity(
                new EntityId("light.hall"),
                "Hall",
                "mqtt",
                "d1",
                null,
                Set.of("homeiq_allow"),
                List.of("corridor"),
                false,
                true,
                null,
                null,
                "W");
        HomeRegistry registry = new HomeRegistry(
                new HomeConfig("Villa", ZoneId.of("Europe/Amsterdam"), new Location(52.1, 5.1)),
                List.of(new Area("hall", "Hall", null, List.of(), Set.of())),
                List.of(new Device("d1", "Lamp", "hall", null, "Acme", null, Set.of())),
                List.of(entity),
                List.of(new User("u1", "Ann", false, true)));
        open.write(connection -> registries.save(connection, HOME, HomeRegistry.EMPTY, NOW));

        // When
        open.write(connection -> registries.save(connection, HOME, registry, NOW.plusSeconds(1)));
        HomeRegistry loaded = open.read(connection -> registries.load(connection, HOME));

        // Then
        assertThat(loaded).usingRecursiveComparison().isEqualTo(registry);
        assertThat(open.number("SELECT updated_at FROM registry_documents"))
                .isEqualTo(NOW.plusSeconds(1).toEpochMilli());
    }

    @Test
    void knowsNothingOfAHomeThatWasNeverSaved() {
        // When
        HomeRegistry registry = open.read(connection -> registries.load(connection, OTHER_HOME));
        List<Automation> automations = open.read(connection -> registries.loadAutomations(connection, OTHER_HOME));

        // Then
        assertThat(registry).isSameAs(HomeRegistry.EMPTY);
        assertThat(automations).isEmpty();
    }

    @Test
    void givesBackTheLatestAutomationsInOrder() {
        // Given
        Automation one = Samples.suggestion().automation();
        Automation two = new Automation("b", "B", "", one.rule(), one.mode(), one.extras());
        open.write(connection -> registries.saveAutomations(connection, HOME, List.of(one), NOW));

        // When
        open.write(connection -> registries.saveAutomations(connection, HOME, List.of(two, one), NOW));
        List<Automation> loaded = open.read(connection -> registries.loadAutomations(connection, HOME));

        // Then
        assertThat(loaded).containsExactly(two, one);
    }

    @Test
    void givesBackTheLatestScriptsByName() {
        // Given
        Verbatim first = new Verbatim(Map.of("dark", Map.of("sequence", List.of())));
        Verbatim latest = new Verbatim(Map.of("bright", Map.of("sequence", List.of(Map.of("delay", 5)))));
        open.write(connection -> registries.saveScripts(connection, HOME, first, NOW));

        // When
        open.write(connection -> registries.saveScripts(connection, HOME, latest, NOW));
        Verbatim loaded = open.read(connection -> registries.loadScripts(connection, HOME));
        Verbatim none = open.read(connection -> registries.loadScripts(connection, OTHER_HOME));

        // Then
        assertThat(loaded).isEqualTo(latest);
        assertThat(none).isEqualTo(Verbatim.EMPTY);
    }
}
