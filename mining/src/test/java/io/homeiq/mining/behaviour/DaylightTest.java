package io.homeiq.mining.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.contracts.home.Context;
import io.homeiq.contracts.rule.SunEvent;
import io.homeiq.mining.Diary;
import io.homeiq.mining.attribution.Attribution;
import io.homeiq.mining.sun.Sun;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What goes by daylight without anybody's doing. */
class DaylightTest {

    private static final long SEED = 11;
    private static final int DAYS = 21;
    private static final String LAMP = "light.porch";

    private final SplittableRandom random = new SplittableRandom(SEED);
    private final Diary diary = new Diary();
    private final Sun sun = new Sun(TwoLooks.AMSTERDAM, Diary.ZONE);

    @Test
    void aLampThatFollowsTheSunToTheSecondHasARuleOfItsOwn() {
        // Given
        for (int day = 0; day < DAYS; day++) {
            set(LAMP, "on", sun(SunEvent.SUNSET, day).plusSeconds(600).plusMillis(random.nextInt(20_000)));
            set(LAMP, "off", Diary.around(day, LocalTime.of(23, 0), 20, random));
        }

        // When
        List<Attribution> told = TwoLooks.at(diary);

        // Then
        assertThat(acts(told)).isEqualTo(DAYS);
    }

    @Test
    void aLampWithALightSensorOfItsOwnIsNobodysHand() {
        // Given clouds that light it up to a quarter of an hour sooner, and put it out later
        for (int day = 0; day < 40; day++) {
            set(LAMP, "on", sun(SunEvent.SUNSET, day).plusSeconds(1_200 - random.nextInt(900)));
            set(LAMP, "off", sun(SunEvent.SUNRISE, day).minusSeconds(1_200 - random.nextInt(900)));
        }

        // When
        List<Attribution> told = TwoLooks.at(diary);

        // Then
        assertThat(acts(told)).isZero();
    }

    @Test
    void aLampThatIsPunctualBesidesGivesItselfAwaySooner() {
        // Given five weeks of which the log lost one evening
        for (int day = 0; day < 35; day++) {
            if (day != 9) {
                set(LAMP, "on", sun(SunEvent.SUNSET, day).plusSeconds(1_200 + random.nextInt(200)));
            }
            set(LAMP, "off", sun(SunEvent.SUNRISE, day + 1).minusSeconds(1_200 + random.nextInt(200)));
        }

        // When
        List<Attribution> told = TwoLooks.at(diary);

        // Then
        assertThat(told).noneMatch(Attribution::act);
    }

    @Test
    void whoeverLightsALampAtSunsetAndForgetsItNowAndThenIsAPerson() {
        // Given
        for (int day = 0; day < 40; day++) {
            if (day % 10 != 4) {
                set(LAMP, "on", sun(SunEvent.SUNSET, day).plusSeconds(1_200 - random.nextInt(900)));
                set(LAMP, "off", sun(SunEvent.SUNRISE, day + 1).minusSeconds(1_200 - random.nextInt(900)));
            }
        }

        // When
        List<Attribution> told = TwoLooks.at(diary);

        // Then
        assertThat(acts(told)).isEqualTo(2 * 36);
    }

    @Test
    void whatIsUsedAroundTheClockHasNothingToDoWithTheSun() {
        // Given
        for (int hour = 0; hour < 24 * DAYS; hour += 5) {
            Instant lit = Diary.time(0, LocalTime.MIDNIGHT).plusSeconds(3_600L * hour + random.nextInt(1_800));
            set(LAMP, "on", lit);
            set(LAMP, "off", lit.plusSeconds(1_800 + random.nextInt(3_600)));
        }

        // When
        List<Attribution> told = TwoLooks.at(diary);

        // Then
        assertThat(told).allMatch(Attribution::act);
    }

    private void set(String entity, String state, Instant time) {
        diary.set(entity, state, time, Context.UNKNOWN);
    }

    private Instant sun(SunEvent event, int day) {
        int epochDay = (int) Diary.FIRST_DAY.plusDays(day).toEpochDay();
        return Instant.ofEpochMilli(sun.at(event, epochDay).orElseThrow());
    }

    private static long acts(List<Attribution> told) {
        return told.stream().filter(Attribution::act).count();
    }
}
