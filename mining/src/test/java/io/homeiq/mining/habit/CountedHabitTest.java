package io.homeiq.mining.habit;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.contracts.home.HomeEvent;
import io.homeiq.contracts.home.StateChange;
import io.homeiq.mining.Diary;
import io.homeiq.mining.attribution.Attributor;
import io.homeiq.mining.timeline.DayRange;
import io.homeiq.mining.timeline.Household;
import java.time.LocalTime;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CountedHabitTest {

    private static final int DAYS = 30;
    private static final long[] DELAYS = {20_000, 300_000, 3_600_000};

    @Test
    void whatIsCountedOfAnAnswerIsWhatItsReplayTells() {
        for (long seed = 1; seed <= 20; seed++) {
            // Given
            Household home = home(new Random(seed));
            DayRange days = home.days().all();
            TriggerHabit habit = new TriggerHabit(
                    new Deed(Diary.id("light.hall"), home.states().codeOf("on")),
                    Diary.id("binary_sensor.door"),
                    home.states().codeOf("on"),
                    DELAYS[0],
                    List.of());
            Answers answers = habit.answers(home, habit.moments(home, days));
            for (long delay : DELAYS) {
                // When
                Fired fired = answers.fired(delay);

                // Then
                Replay replay = answers.replay(days, delay);
                assertThat(fired.times()).as("seed %d", seed).isEqualTo(replay.firings());
                assertThat(fired.hits()).as("seed %d", seed).isEqualTo(replay.hits());
                assertThat(fired.regularity()).isEqualTo(replay.regularity());
                assertThat(fired.score(50)).isEqualTo(replay.score(50));
                assertThat(fired.times(true).length + fired.times(false).length).isEqualTo(fired.count());
            }
        }
    }

    @Test
    void whatIsCountedOfAHabitByTheDayIsWhatItsReplayTells() {
        for (long seed = 1; seed <= 20; seed++) {
            // Given
            Random random = new Random(seed);
            Household home = home(random);
            DayRange days = home.days().all();
            ClockHabit habit = new ClockHabit(
                    new Deed(Diary.id("light.hall"), home.states().codeOf("on")),
                    random.nextInt(86_400),
                    60 * random.nextInt(1, 60),
                    WeekdayKinds.ALL.get(random.nextInt(WeekdayKinds.ALL.size())));

            // When
            DailyHabit.DaysKept kept = habit.kept(home, days);

            // Then
            Replay replay = habit.replay(home, days);
            assertThat(kept)
                    .as("seed %d", seed)
                    .isEqualTo(new DailyHabit.DaysKept(replay.hits(), replay.opportunities()));
        }
    }

    /** Doors open and lamps are lit at any time of the day, sometimes soon after each other. */
    private static Household home(Random random) {
        Diary diary = new Diary();
        IntStream.range(0, DAYS).forEach(day -> {
            for (int i = 0; i < 12; i++) {
                LocalTime time = LocalTime.ofSecondOfDay(random.nextInt(80_000));
                diary.set("binary_sensor.door", random.nextBoolean() ? "on" : "off", Diary.time(day, time));
                diary.set(
                        "light.hall",
                        random.nextBoolean() ? "on" : "off",
                        Diary.time(day, time.plusSeconds(random.nextInt(1, 900))));
            }
        });
        Household home = new Household(Diary.registry());
        Attributor attributor = new Attributor(Diary.registry());
        for (HomeEvent event : diary.events()) {
            home.note((StateChange) event, attributor.accept(event));
        }
        return home;
    }
}
