package io.homeiq.homeassistant.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.homeiq.contracts.home.Area;
import io.homeiq.contracts.home.Device;
import io.homeiq.contracts.home.Entity;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeConfig;
import io.homeiq.contracts.home.HomeRegistry;
import io.homeiq.contracts.home.Location;
import io.homeiq.contracts.home.User;
import io.homeiq.homeassistant.source.SourceException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegistryFilesTest {

    private static final EntityId LAMP = new EntityId("light.hall");

    private static final String SECTIONS = """
            {"areas": [{"area_id": "hall", "name": "Hall", "floor_id": "ground", "aliases": ["Entrance"], "labels": ["quiet"], "icon": null},
                       {"name": "without an id"}],
             "floors": [{"floor_id": "ground", "name": "Ground"}],
             "devices": [{"id": "d1", "name": "Lamp", "name_by_user": "Hall lamp", "area_id": "hall", "manufacturer": "Acme",
                          "model": "L1", "labels": ["b", "a"], "config_entry_id": "x", "via_device_id": "hub"},
                         {"id": "d2", "name": "Left arm", "area_id": null, "parent_device_id": "d1"}],
             "entities": [
               {"entity_id": "light.hall", "name": null, "original_name": "Left", "next_name_part": "device", "device_id": "d2",
                "area_id": null, "platform": "mqtt", "labels": ["a"], "aliases": ["big light", null], "disabled_by": null,
                "hidden_by": "user", "entity_category": null, "original_device_class": "x", "unit_of_measurement": "lm"},
               {"entity_id": "sensor.old", "original_name": "Power", "has_entity_name": true, "device_id": "d1",
                "disabled_by": "integration", "entity_category": "diagnostic", "device_class": "power"},
               {"entity_id": "sensor.named", "name": "My name", "original_name": "Power", "has_entity_name": true, "device_id": "d1"},
               {"entity_id": "sensor.whole", "original_name": null, "has_entity_name": true, "device_id": "d1"},
               {"entity_id": "No Entity"}],
             "users": [{"id": "u1", "name": "Ann", "system_generated": false, "is_active": true},
                       {"id": "u2", "name": "Supervisor", "system_generated": true, "is_active": false}],
             "config": {"location_name": "Villa", "time_zone": "Europe/Amsterdam", "latitude": 52.1, "longitude": 5, "version": "2026.11"}}
            """;

    @TempDir
    Path folder;

    @Test
    void readsWhatTheInterfaceLists() throws Exception {
        // Given
        Path file = Files.writeString(folder.resolve("registry.json"), SECTIONS);

        // When
        HomeRegistry registry = RegistryFiles.read(file);

        // Then
        assertThat(registry.config())
                .isEqualTo(new HomeConfig("Villa", ZoneId.of("Europe/Amsterdam"), new Location(52.1, 5)));
        assertThat(registry.areas())
                .containsExactly(new Area("hall", "Hall", "ground", List.of("Entrance"), Set.of("quiet")));
        assertThat(registry.devices())
                .containsExactly(
                        new Device("d1", "Hall lamp", "hall", null, "Acme", "L1", Set.of("a", "b")),
                        new Device("d2", "Left arm", null, "d1", null, null, Set.of()));
        assertThat(registry.users())
                .containsExactly(new User("u1", "Ann", false, true), new User("u2", "Supervisor", true, false));
        assertThat(registry.entity(LAMP))
                .contains(new Entity(
                        LAMP,
                        "Left arm Left",
                        "mqtt",
                        "d2",
                        null,
                        Set.of("a"),
                        List.of("big light"),
                        false,
                        true,
                        null,
                        "x",
                        "lm"));
        assertThat(registry.entities())
                .extracting(Entity::name)
                .containsExactly("Left arm Left", "Hall lamp Power", "My name", "Hall lamp");
        assertThat(registry.entities()).extracting(Entity::disabled).containsExactly(false, true, false, false);
    }

    @Test
    void findsTheAreaOfAChildDevice() throws Exception {
        // Given
        Path file = Files.writeString(folder.resolve("registry.json"), SECTIONS);

        // When
        Optional<Area> area = RegistryFiles.read(file).areaOf(LAMP);

        // Then
        assertThat(area).map(Area::name).contains("Hall");
    }

    @Test
    void readsBackWhatItWrites() throws Exception {
        // Given
        HomeRegistry registry = RegistryJson.parse(new ObjectMapper().readTree(SECTIONS));

        // When
        HomeRegistry read = RegistryJson.parse(RegistryJson.write(registry));

        // Then
        assertThat(read.config()).isEqualTo(registry.config());
        assertThat(read.areas()).isEqualTo(registry.areas());
        assertThat(read.devices()).isEqualTo(registry.devices());
        assertThat(read.entities()).isEqualTo(registry.entities());
        assertThat(read.users()).isEqualTo(registry.users());
    }

    @Test
    void readsHomeAssistantsOwnFiles() throws Exception {
        // Given
        Path storage = Files.createDirectory(folder.resolve(".storage"));
        store(storage, "core.area_registry", "{\"areas\": [{\"id\": \"hall\", \"name\": \"Hall\", \"aliases\": []}]}");
        store(
                storage,
                "core.device_registry",
                "{\"devices\": [{\"id\": \"d1\", \"name\": \"Lamp\"}], \"deleted_devices\": []}");
        store(
                storage,
                "core.entity_registry",
                "{\"entities\": [{\"entity_id\": \"light.hall\", \"aliases\": [\"old\"], \"aliases_v2\": [null, \"new\"]}]}");
        store(
                storage,
                "auth",
                "{\"users\": [{\"id\": \"u1\", \"name\": \"Ann\", \"is_active\": true, \"system_generated\": false}],"
                        + " \"refresh_tokens\": [{\"token\": \"secret\"}]}");
        store(storage, "core.config", "{\"time_zone\": \"Asia/Tokyo\", \"location_name\": \"Home\"}");

        // When
        HomeRegistry fromConfiguration = RegistryFiles.read(folder);
        HomeRegistry fromStorage = RegistryFiles.read(storage);
        HomeRegistry fromOneFile = RegistryFiles.read(storage.resolve("core.entity_registry"));

        // Then
        assertThat(fromConfiguration.config().timeZone()).isEqualTo(ZoneId.of("Asia/Tokyo"));
        assertThat(fromConfiguration.areas()).extracting(Area::id).containsExactly("hall");
        assertThat(fromConfiguration.devices()).extracting(Device::id).containsExactly("d1");
        assertThat(fromConfiguration.users()).extracting(User::name).containsExactly("Ann");
        assertThat(fromConfiguration.entities()).extracting(Entity::aliases).containsExactly(List.of("new"));
        assertThat(fromStorage.users()).isEqualTo(fromConfiguration.users());
        assertThat(fromOneFile.entities()).isEqualTo(fromConfiguration.entities());
        assertThat(fromOneFile.config()).isEqualTo(HomeConfig.UNKNOWN);
    }

    private static void store(Path storage, String key, String data) throws Exception {
        Files.writeString(
                storage.resolve(key),
                "{\"version\": 1, \"minor_version\": 9, \"key\": \"" + key + "\", \"data\": " + data + "}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"config\": {\"time_zone\": \"Europe/Atlantis\"}}|INVALID|time_zone must be a name such as Europe/Amsterdam, was: Europe/Atlantis",
                "{\"config\": {\"latitude\": 152.1, \"longitude\": 5}}|INVALID|location must be within 90 and 180 degrees",
                "{\"areas\": [|DAMAGED|invalid JSON at line 1, column",
                "{\"entries\": []}|UNKNOWN_FORMAT|no registry; give a JSON object with areas, devices, entities, users, config",
                "[]|UNKNOWN_FORMAT|no registry",
                "''|UNKNOWN_FORMAT|no registry"
            })
    void tellsWhatIsWrong(String content, SourceException.Kind kind, String message) throws Exception {
        // Given
        Path file = Files.writeString(folder.resolve("registry.json"), content);

        // When / Then
        assertThatThrownBy(() -> RegistryFiles.read(file))
                .isInstanceOfSatisfying(
                        SourceException.class,
                        failed -> assertThat(failed.kind()).isEqualTo(kind))
                .hasMessageStartingWith(file + ": ")
                .hasMessageContaining(message)
                .hasMessageNotContaining("\n");
    }

    @Test
    void tellsOfMissingFilesAndFoldersWithoutOne() {
        // Given
        Path missing = folder.resolve("missing");

        // When / Then
        assertThatThrownBy(() -> RegistryFiles.read(missing))
                .isInstanceOf(SourceException.class)
                .hasMessage(missing + ": no such file or folder; check the path");
        assertThatThrownBy(() -> RegistryFiles.read(folder))
                .isInstanceOf(SourceException.class)
                .hasMessageStartingWith(folder + ": holds no core.entity_registry and the like");
    }
}
