package io.homeiq.mining.habit.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.mining.timeline.StateNames;
import io.homeiq.mining.timeline.Timeline;
import org.junit.jupiter.api.Test;

class CommonStateTest {

    private static final short OFF = 5;
    private static final short ON = 9;

    private final Timeline timeline = new Timeline();

    @Test
    void theStateBeforeMostOfTheMomentsIsTold() {
        // Given
        timeline.add(100, OFF, Timeline.NO_LEVEL, false);
        timeline.add(200, ON, Timeline.NO_LEVEL, false);

        // When
        CommonState common = CommonState.of(timeline, new long[] {50, 150, 200, 201, 250, 300});

        // Then
        assertThat(common).isEqualTo(new CommonState(ON, 3, 3));
        assertThat(CommonState.moments(timeline, OFF, new long[] {150, 200, 201}))
                .isEqualTo(2);
    }

    @Test
    void ofTwoAsCommonStatesTheOneWithTheLeastCodeIsTold() {
        // Given
        timeline.add(100, ON, Timeline.NO_LEVEL, false);
        timeline.add(200, OFF, Timeline.NO_LEVEL, false);

        // When
        CommonState common = CommonState.of(timeline, new long[] {150, 250});

        // Then
        assertThat(common).isEqualTo(new CommonState(OFF, 1, 2));
    }

    @Test
    void withoutAMomentThereIsNone() {
        // When
        CommonState common = CommonState.of(timeline, new long[0]);

        // Then
        assertThat(common).isEqualTo(new CommonState(StateNames.ABSENT, 0, 0));
    }
}
