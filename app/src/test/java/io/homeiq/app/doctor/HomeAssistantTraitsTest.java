package io.homeiq.app.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.app.doctor.Finding.Verdict;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HomeAssistantTraitsTest {

    @ParameterizedTest
    @CsvSource({
        "2026.11.0, GOOD",
        "2024.10.0b2, GOOD",
        "2025.1.4, GOOD",
        "2024.9.3, MEND",
        "2023.12.0, MEND",
        "unknown, REMARK"
    })
    void onlyAHomeAssistantThatKnowsPresentAutomationsWillDo(String version, Verdict verdict) {
        assertThat(HomeAssistantTraits.version(version).verdict()).isEqualTo(verdict);
    }
}
