package io.homeiq.training.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.homeiq.simulation.SimulationSettings;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrainingHomesTest {

    private static final SimulationSettings HOME = SimulationSettings.of(1, LocalDate.of(2026, 1, 5), 30);

    @Test
    void theUsualHomesDifferAndSomeHaveNoHabit() {
        // Given
        TrainingHomes usual = TrainingHomes.USUAL;

        // Then
        assertThat(usual.learned()).hasSize(8).doesNotHaveDuplicates().anyMatch(home -> !home.routines());
        assertThat(usual.heldOut()).hasSize(4).anyMatch(home -> !home.routines());
        assertThat(usual.learned()).extracting(SimulationSettings::days).allMatch(days -> days >= 45 && days <= 60);
        assertThat(usual.learned()).extracting(SimulationSettings::people).contains(1, 2, 3);
    }

    @Test
    void whatIsLearnedFromIsNotMeasuredWith() {
        assertThatThrownBy(() -> new TrainingHomes(List.of(HOME), List.of(HOME)))
                .hasMessageContaining("proves nothing");
        assertThatThrownBy(() -> new TrainingHomes(List.of(HOME), List.of())).hasMessageContaining("both sorts");
    }
}
