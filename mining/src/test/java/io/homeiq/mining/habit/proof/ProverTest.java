package io.homeiq.mining.habit.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.contracts.home.HomeId;
import io.homeiq.contracts.home.StateChange;
import io.homeiq.contracts.pattern.Pattern;
import io.homeiq.mining.Diary;
import io.homeiq.mining.attribution.Attributor;
import io.homeiq.mining.drift.Keeping;
import io.homeiq.mining.habit.Candidate;
import io.homeiq.mining.habit.ClockHabit;
import io.homeiq.mining.habit.Deed;
import io.homeiq.mining.habit.WeekdayKinds;
import io.homeiq.mining.habit.rule.ExistingAutomations;
import io.homeiq.mining.safety.SafetyPolicy;
import io.homeiq.mining.timeline.DayRange;
import io.homeiq.mining.timeline.Household;
import java.time.LocalTime;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** A lamp that was lit every evening at ten, until it was not any more. */
class ProverTest {

    private static final int LEFT = 42;
    private static final int DAYS = 49;
    private static final double SURE = 1e-9;
    private static final double UNSURE = 0.2;

    private final Household home = new Household(Diary.registry());

    private Pattern prove(double qValue, boolean outdone) {
        SplittableRandom random = new SplittableRandom(61);
        Diary diary = new Diary();
        for (int day = 0; day < DAYS; day++) {
            diary.set("light.desk", "on", Diary.around(day, LocalTime.of(12, 0), 200, random));
            diary.set("light.desk", "off", Diary.around(day, LocalTime.of(19, 0), 100, random));
            if (day < LEFT) {
                diary.set("light.hall", "on", Diary.around(day, LocalTime.of(22, 0), 5, random));
                diary.set("light.hall", "off", Diary.around(day, LocalTime.of(23, 15), 30, random));
            }
        }
        Attributor attributor = new Attributor(Diary.registry());
        diary.events().forEach(event -> home.note((StateChange) event, attributor.accept(event)));
        Deed deed = new Deed(Diary.id("light.hall"), home.states().codeOf("on"));
        ClockHabit habit = new ClockHabit(deed, 22 * 3_600, 900, WeekdayKinds.EVERY_DAY);
        DayRange all = home.days().all();
        DayRange learned = all.firstShare(0.7);
        Candidate candidate = new Candidate(habit, qValue, 0.1, habit.replay(home, learned));
        Prover prover = new Prover(
                HomeId.DEFAULT,
                home,
                new SafetyPolicy(Diary.registry()),
                new ExistingAutomations(List.of()),
                new Standards(0.05, 3, 0.6, Keeping.HALF_LIFE));
        return prover.prove(candidate, qValue, all.after(learned), outdone).orElseThrow();
    }

    @Test
    void aHabitThatPeopleLeftIsOver() {
        // Given, When
        Pattern pattern = prove(SURE, false);

        // Then
        assertThat(pattern.isOver()).isTrue();
        assertThat(pattern.confidence()).isLessThan(0.3);
    }

    @Test
    void whatAnotherHabitExplainsBetterIsNotCalledOverButTrustedAsLittle() {
        // Given, When
        Pattern pattern = prove(SURE, true);

        // Then
        assertThat(pattern.isOver()).isFalse();
        assertThat(pattern.confidence()).isLessThan(0.3);
    }

    @Test
    void whatMayBeChanceByNowIsNotCalledOverButTrustedAsLittle() {
        // Given, When
        Pattern pattern = prove(UNSURE, false);

        // Then
        assertThat(pattern.isOver()).isFalse();
        assertThat(pattern.confidence()).isLessThan(0.3);
    }
}
