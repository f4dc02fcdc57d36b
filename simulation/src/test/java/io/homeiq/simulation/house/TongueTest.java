package io.homeiq.simulation.house;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TongueTest {

    @ParameterizedTest
    @EnumSource
    void hasAWordForEveryRoomAndThing(Tongue tongue) {
        assertThat(Room.values())
                .allSatisfy(room -> assertThat(tongue.room(room)).isNotBlank());
        assertThat(Role.values())
                .allSatisfy(role -> assertThat(tongue.thing(role)).isNotBlank());
    }
}
