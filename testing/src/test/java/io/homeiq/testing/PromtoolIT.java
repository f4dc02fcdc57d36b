package io.homeiq.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PromtoolIT {

    @Test
    void tellsGoodMetricsFromBadOnes() {
        // Given
        Promtool promtool = Promtool.find();

        // When
        Promtool.Verdict good = promtool.checkMetrics("# HELP a_total As.\n# TYPE a_total counter\na_total 1\n");
        Promtool.Verdict bad = promtool.checkMetrics("this is no metric\n");

        // Then
        assertThat(good.isGood()).as(good.words()).isTrue();
        assertThat(bad.isGood()).isFalse();
        assertThat(bad.words()).isNotBlank();
    }
}
