package io.homeiq.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimulationSettingsTest {

    private static final SimulationSettings USUAL = SimulationSettings.of(1, LocalDate.of(2026, 1, 5), 10);

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 3_661})
    void refusesImpossibleNumbersOfDays(int days) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SimulationSettings.of(1, LocalDate.of(2026, 1, 5), days))
                .withMessageContaining("days")
                .withMessageContaining(String.valueOf(days));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 5})
    void refusesHomesWithoutPeopleOrWithTooMany(int people) {
        assertThatIllegalArgumentException().isThrownBy(() -> USUAL.withPeople(people, 0.5));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
    void refusesSharesBeyondTheWhole(double hidden) {
        assertThatIllegalArgumentException().isThrownBy(() -> USUAL.withPeople(2, hidden));
    }

    @Test
    void refusesSensorsThatReportWithoutPause() {
        assertThatIllegalArgumentException().isThrownBy(() -> USUAL.withSensors(3, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> USUAL.withSensors(-1, 10));
    }

    @Test
    void theSmallestHomeIsTheUsualThings() {
        SimulationSettings small = USUAL.withVolume(1, 1);

        assertThat(small.sensors()).isZero();
        assertThat(SampleHome.generate(small).registry().entities()).hasSizeGreaterThan(60);
    }
}
