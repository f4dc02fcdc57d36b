package io.homeiq.simulation.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class EffectTest {

    @Test
    void aPercentageBecomesABrightness() {
        Effect effect = Effect.of(Calls.dimmed("light.hall", 40), "off");

        assertThat(effect.state()).isEqualTo("on");
        assertThat(effect.details().number("brightness")).isEqualTo(102);
    }

    @Test
    void aThermostatKeepsItsStateAndTakesTheTemperature() {
        Effect effect = Effect.of(Calls.with("set_temperature", "climate.hall", "temperature", 17), "heat");

        assertThat(effect.state()).isEqualTo("heat");
        assertThat(effect.details().number("temperature")).isEqualTo(17);
    }

    @Test
    void refusesServicesThatNobodyKnows() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Effect.of(Calls.call("explode", "light.hall"), "off"))
                .withMessageContaining("light.explode");
    }
}
