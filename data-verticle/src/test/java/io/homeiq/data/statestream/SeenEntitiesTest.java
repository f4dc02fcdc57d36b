package io.homeiq.data.statestream;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.contracts.home.Area;
import io.homeiq.contracts.home.Attributes;
import io.homeiq.contracts.home.Entity;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeConfig;
import io.homeiq.contracts.home.HomeRegistry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SeenEntitiesTest {

    private static final EntityId SENSOR = new EntityId("sensor.porch");

    private final SeenEntities seen = new SeenEntities();

    @Test
    void describesAnEntityByItsOwnAttributes() {
        // Given
        see(Map.of("friendly_name", "Porch", "device_class", "temperature"));
        see(Map.of("unit_of_measurement", "°C"));

        // When
        HomeRegistry registry = seen.addTo(HomeRegistry.EMPTY).orElseThrow();

        // Then
        assertThat(registry.entity(SENSOR)).hasValueSatisfying(entity -> {
            assertThat(entity.name()).isEqualTo("Porch");
            assertThat(entity.deviceClass()).isEqualTo("temperature");
            assertThat(entity.unit()).isEqualTo("°C");
        });
        assertThat(seen.hasNews()).isFalse();
        assertThat(seen.addTo(registry)).isEmpty();
    }

    @Test
    void leavesARegistryThatWasLoadedAsItIs() {
        // Given
        Entity own = new Entity(
                SENSOR, "My porch", "zha", null, "porch", Set.of("x"), List.of(), false, false, null, null, null);
        HomeRegistry loaded = new HomeRegistry(
                HomeConfig.UNKNOWN,
                List.of(new Area("porch", "Porch", null, List.of(), Set.of())),
                List.of(),
                List.of(own),
                List.of());
        see(Map.of("friendly_name", "Porch"));
        seen.see(update("light.hall", Map.of()));

        // When
        HomeRegistry amended = seen.addTo(loaded).orElseThrow();

        // Then
        assertThat(amended.entity(SENSOR)).contains(own);
        assertThat(amended.areas()).isEqualTo(loaded.areas());
        assertThat(amended.entity(new EntityId("light.hall"))).isPresent();
    }

    private void see(Map<String, Object> attributes) {
        seen.see(update(SENSOR.value(), attributes));
    }

    private static Update update(String entity, Map<String, Object> attributes) {
        Instant now = Instant.parse("2026-03-10T06:00:00Z");
        return new Update(new EntityId(entity), "1", now, now, new Attributes(Map.copyOf(attributes)), now, false);
    }
}
