package io.homeiq.automation.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class VersionDiffTest {

    @Test
    void tellsOnlyTheLinesThatDiffer() {
        assertThat(VersionDiff.between(List.of("a", "b", "c", "d"), List.of("a", "x", "c", "d", "e")))
                .containsExactly("- b", "+ x", "+ e");
    }

    @Test
    void equalTextsDifferInNothing() {
        assertThat(VersionDiff.between(List.of("a", "b"), List.of("a", "b"))).isEmpty();
    }

    @Test
    void whatHasNothingInCommonIsWhollyAnother() {
        assertThat(VersionDiff.between(List.of("a"), List.of("b", "c"))).containsExactly("- a", "+ b", "+ c");
    }
}
