package io.homeiq.app.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.homeiq.app.doctor.Finding.Verdict;
import org.junit.jupiter.api.Test;

class FindingTest {

    @Test
    void whatMustBeMendedComesWithACure() {
        assertThatThrownBy(() -> new Finding("disk", Verdict.MEND, "it is full", ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cure");
        assertThatThrownBy(() -> new Finding("disk", Verdict.GOOD, "there is room", "buy another"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theWordsOfOtherProgramsBecomeOneLine() {
        assertThat(Finding.mend("broker", "refused\n  at once", "start\nit"))
                .isEqualTo(new Finding("broker", Verdict.MEND, "refused at once", "start it"));
    }
}
