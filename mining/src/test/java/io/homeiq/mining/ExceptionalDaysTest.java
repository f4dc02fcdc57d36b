package io.homeiq.mining;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sick days and days with guests are not told from other days; their misses count, and must do no harm. */
class ExceptionalDaysTest {

    private static final int DAYS = 42;

    /** Two days in bed, and later two evenings with guests. */
    private static final Set<Integer> EXCEPTIONAL = Set.of(15, 16, 29, 36);

    @ParameterizedTest
    @ValueSource(longs = {4_801, 4_802, 4_803, 4_804, 4_805})
    void aHabitThatIsLeftOutOnSickDaysAndWithGuestsIsFoundAllTheSame(long seed) {
        // Given a habit of every day, left out on a few, on which the home is used at other times
        SplittableRandom random = new SplittableRandom(seed);
        Diary diary = new Diary();
        for (int day = 0; day < DAYS; day++) {
            diary.set("light.hall", "on", Diary.around(day, LocalTime.of(15, 0), 240, random));
            diary.set("light.hall", "off", Diary.around(day, LocalTime.of(20, 0), 30, random));
            if (EXCEPTIONAL.contains(day)) {
                diary.set("light.guest_room", "on", Diary.around(day, LocalTime.of(11, 0), 120, random));
                diary.set("light.guest_room", "off", Diary.around(day, LocalTime.of(17, 0), 120, random));
            } else {
                diary.set("light.porch", "on", Diary.around(day, LocalTime.of(21, 0), 5, random));
                diary.set("light.porch", "off", Diary.around(day, LocalTime.of(22, 45), 60, random));
            }
        }

        // When, Then
        assertThat(diary.analyse().proven())
                .as("seed %d", seed)
                .anyMatch(pattern -> pattern.entity().equals(Diary.id("light.porch")))
                .noneMatch(pattern -> pattern.entity().equals(Diary.id("light.guest_room")));
    }
}
