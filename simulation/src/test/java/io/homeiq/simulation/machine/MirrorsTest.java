package io.homeiq.simulation.machine;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.StateChange;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class MirrorsTest {

    private final Workshop workshop = new Workshop()
            .with("light.one", "off")
            .with("light.two", "off")
            .with("light.group", "off")
            .with("switch.one", "off")
            .with("sensor.lux", "500")
            .with("binary_sensor.dark", "off");
    private final Mirrors mirrors = new Mirrors(workshop.world, workshop.chance);

    private static EntityId id(String entity) {
        return new EntityId(entity);
    }

    @Test
    void aGroupIsOnAsLongAsAnyMemberIs() {
        // Given
        mirrors.any(id("light.group"), List.of(id("light.one"), id("light.two")), "on");

        // When
        workshop.at(1, 0, "light.one", "on");
        workshop.at(2, 0, "light.two", "on");
        workshop.at(3, 0, "light.one", "off");
        workshop.at(4, 0, "light.two", "off");
        workshop.runFor(Duration.ofHours(5));

        // Then
        List<StateChange> group = workshop.changesOf("light.group");
        assertThat(group).extracting(StateChange::after).containsExactly("on", "off");
        assertThat(group.getLast().context())
                .isEqualTo(workshop.changesOf("light.two").getLast().context());
    }

    @Test
    void aTwinHasAContextOfItsOwn() {
        // Given
        mirrors.twin(id("light.one"), id("switch.one"));

        // When
        workshop.at(1, 0, "switch.one", "on");
        workshop.runFor(Duration.ofHours(2));

        // Then
        StateChange twin = workshop.changesOf("light.one").getFirst();
        assertThat(twin.after()).isEqualTo("on");
        assertThat(twin.context())
                .isNotEqualTo(workshop.changesOf("switch.one").getFirst().context());
    }

    @Test
    void aThresholdDoesNotFlutterBetweenItsLimits() {
        // Given
        mirrors.below(id("binary_sensor.dark"), id("sensor.lux"), 40, 120);

        // When
        workshop.at(1, 0, "sensor.lux", "30");
        workshop.at(2, 0, "sensor.lux", "100");
        workshop.at(3, 0, "sensor.lux", "35");
        workshop.at(4, 0, "sensor.lux", "200");
        workshop.runFor(Duration.ofHours(5));

        // Then
        assertThat(workshop.changesOf("binary_sensor.dark"))
                .extracting(StateChange::after)
                .containsExactly("on", "off");
    }
}
