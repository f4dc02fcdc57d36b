package io.homeiq.contracts.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntityIdTest {

    @Test
    void hasADomainAndAnObjectId() {
        EntityId id = new EntityId("binary_sensor.hall_2");

        assertThat(id.domain()).isEqualTo("binary_sensor");
        assertThat(id.objectId()).isEqualTo("hall_2");
        assertThat(id).hasToString("binary_sensor.hall_2").isGreaterThan(new EntityId("automation.z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "kitchen",
                ".hall",
                "light.",
                "light.hall.left",
                "Light.hall",
                "light.häll",
                "light hall",
                "light.ha ll"
            })
    void refusesWhatHomeAssistantWouldNotWrite(String text) {
        assertThat(EntityId.isValid(text)).isFalse();
        assertThatThrownBy(() -> new EntityId(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("entityId must be domain.object_id, was: " + text);
    }

    @Test
    void mayHave255CharactersButNoMore() {
        assertThat(EntityId.isValid("light." + "x".repeat(249))).isTrue();
        assertThat(EntityId.isValid("light." + "x".repeat(250))).isFalse();
    }
}
