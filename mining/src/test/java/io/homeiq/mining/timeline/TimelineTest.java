package io.homeiq.mining.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class TimelineTest {

    @Test
    void lateChangesAreInOrderAndDuplicatesCountOnce() {
        // Given
        long seed = 5;
        SplittableRandom random = new SplittableRandom(seed);
        Timeline timeline = new Timeline();
        TreeSet<Long> expected = new TreeSet<>();

        // When
        for (int i = 0; i < 5_000; i++) {
            long time = i * 1000L - random.nextInt(60_000);
            timeline.add(time, (short) 2, Timeline.NO_LEVEL, true);
            timeline.add(time, (short) 2, Timeline.NO_LEVEL, true);
            expected.add(time);
        }

        // Then
        long[] times = new long[timeline.size()];
        for (int i = 0; i < times.length; i++) {
            times[i] = timeline.timeAt(i);
        }
        assertThat(times).as("seed %d", seed).isSorted().hasSize(expected.size());
    }

    @Test
    void aFullTimelineForgetsTheOldest() {
        // Given
        Timeline timeline = new Timeline();

        // When
        for (int i = 0; i < Timeline.MAX_CHANGES + 100; i++) {
            timeline.add(i, (short) (2 + i % 2), Timeline.NO_LEVEL, false);
        }

        // Then
        assertThat(timeline.hasOverflowed()).isTrue();
        assertThat(timeline.size()).isLessThanOrEqualTo(Timeline.MAX_CHANGES);
        assertThat(timeline.timeAt(timeline.size() - 1)).isEqualTo(Timeline.MAX_CHANGES + 99);
        assertThat(timeline.timeAt(0)).isPositive();
    }

    @Test
    void theCalendarKnowsTheDaysOnWhichTheClockChanges() {
        // Given
        LocalDays days = new LocalDays(ZoneId.of("Europe/Amsterdam"));
        int spring = (int) LocalDate.of(2026, 3, 29).toEpochDay();

        // When
        long length = days.startOf(spring + 1) - days.startOf(spring);

        // Then
        assertThat(length).isEqualTo(23 * 3_600_000L);
        assertThat(days.weekdayOf(spring)).isEqualTo(DayOfWeek.SUNDAY);
        assertThat(days.secondOfDay(days.at(spring, 7 * 3600))).isEqualTo(7 * 3600);
        assertThat(days.dayOf(days.at(spring, 0))).isEqualTo(spring);
        assertThat(days.dayOf(days.at(spring, 0) - 1)).isEqualTo(spring - 1);
    }
}
