package io.homeiq.store.pattern;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class PatternFilterTest {

    @Test
    void refusesWhatIsOutOfRange() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PatternFilter.best(1_001))
                .withMessage("limit must lie within 1 and 1000, was: 1001");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PatternFilter(null, null, 1.5, false, false, 1, 0))
                .withMessage("minConfidence must lie within 0 and 1, was: 1.5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PatternFilter(null, null, 0, false, false, 1, -1))
                .withMessage("offset must be 0 or more, was: -1");
    }
}
