package io.homeiq.homeassistant.automation;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.contracts.home.Area;
import io.homeiq.contracts.home.Device;
import io.homeiq.contracts.home.Entity;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeConfig;
import io.homeiq.contracts.home.HomeRegistry;
import io.homeiq.mining.safety.conduct.Targets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetReaderTest {

    private static final TargetReader TARGETS = new TargetReader(new HomeRegistry(
            HomeConfig.UNKNOWN,
            List.of(
                    new Area("hall", "Hall", "ground", List.of(), Set.of("evening")),
                    new Area("attic", "Attic", "top", List.of(), Set.of())),
            List.of(new Device("strip", "Strip", "attic", null, null, null, Set.of("work"))),
            List.of(
                    entity("light.hall", null, "hall", Set.of()),
                    entity("switch.strip_1", "strip", null, Set.of()),
                    entity("switch.strip_2", "strip", null, Set.of("evening"))),
            List.of()));

    private static Entity entity(String id, @Nullable String device, @Nullable String area, Set<String> labels) {
        return new Entity(
                new EntityId(id), null, null, device, area, labels, List.of(), false, false, null, null, null);
    }

    @ParameterizedTest
    @CsvSource({
        "area_id, hall, light.hall",
        "floor_id, top, switch.strip_1 switch.strip_2",
        "device_id, strip, switch.strip_1 switch.strip_2",
        "label_id, work, switch.strip_1 switch.strip_2",
        "label_id, evening, light.hall switch.strip_2"
    })
    void placesAndLabelsStandForWhatIsInThem(String kind, String id, String expected) {
        // When
        Targets targets = TARGETS.read(List.of(Map.of(kind, id)));

        // Then
        assertThat(targets.entities()).extracting(EntityId::value).containsExactly(expected.split(" ", -1));
        assertThat(targets.open()).isFalse();
    }

    @Test
    void whatIsNotKnownIsOpen() {
        // When
        Targets targets = TARGETS.read(List.of(Map.of("area_id", List.of("hall", "cellar"))));

        // Then
        assertThat(targets.entities()).containsExactly(new EntityId("light.hall"));
        assertThat(targets.open()).isTrue();
        assertThat(targets.places()).hasSize(1);
    }
}
