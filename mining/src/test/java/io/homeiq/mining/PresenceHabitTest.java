package io.homeiq.mining;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.contracts.pattern.Pattern;
import io.homeiq.contracts.pattern.PatternKind;
import io.homeiq.contracts.rule.CallService;
import io.homeiq.contracts.rule.NumericStateTrigger;
import io.homeiq.contracts.rule.StateTrigger;
import io.homeiq.contracts.rule.Trigger;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PresenceHabitTest {

    private static final int DAYS = 56;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void findsWhatTheFirstOneHomeDoes(long seed) {
        // Given two people of whom sometimes the one, sometimes the other comes first
        SplittableRandom random = new SplittableRandom(seed);
        Diary diary = new Diary();
        for (int day = 0; day < DAYS; day++) {
            Stay stay = Stay.draw(day, random);
            stay.tell(diary, true);
            diary.set("light.hall", "on", stay.firstHome().plusMillis(random.nextLong(15_000, 90_000)));
            diary.set("light.hall", "off", stay.firstHome().plusSeconds(random.nextLong(4000, 12_000)));
        }

        // When
        List<Pattern> proven = diary.analyse().proven();

        // Then
        assertThat(proven).as("seed %d", seed).singleElement().satisfies(pattern -> {
            assertThat(pattern.kind()).isEqualTo(PatternKind.PRESENCE);
            NumericStateTrigger trigger =
                    (NumericStateTrigger) pattern.rule().triggers().getFirst();
            assertThat(trigger.entities()).containsExactly(Diary.id("zone.home"));
            assertThat(trigger.above()).isEqualTo(0.5);
        });
    }

    @Test
    void whereTheZoneIsNotRecordedThePeopleAreNamed() {
        // Given
        SplittableRandom random = new SplittableRandom(4);
        Diary diary = new Diary();
        for (int day = 0; day < DAYS; day++) {
            Stay stay = Stay.draw(day, random);
            stay.tell(diary, false);
            diary.set("media_player.radio", "on", stay.lastAway().minusSeconds(random.nextLong(3000, 9000)));
            diary.set("media_player.radio", "off", stay.lastAway().plusMillis(random.nextLong(15_000, 90_000)));
        }

        // When
        List<Pattern> proven = diary.analyse().proven();

        // Then
        assertThat(proven).singleElement().satisfies(pattern -> {
            assertThat(pattern.kind()).isEqualTo(PatternKind.PRESENCE);
            StateTrigger trigger = (StateTrigger) pattern.rule().triggers().getFirst();
            assertThat(trigger.entities()).containsExactly(Diary.id("person.ann"), Diary.id("person.bob"));
            assertThat(trigger.from()).containsExactly("home");
            assertThat(pattern.rule().conditions()).hasSize(1);
        });
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {5, 6, 7})
    void findsWhatIsPutOutByPhoneWhenItWasLeftOn(long seed) {
        // Given a radio that is left on every other day
        SplittableRandom random = new SplittableRandom(seed);
        Diary diary = new Diary();
        for (int day = 0; day < DAYS; day++) {
            Stay stay = Stay.draw(day, random);
            stay.tell(diary, true);
            diary.set("media_player.radio", "on", stay.lastAway().minusSeconds(random.nextLong(3000, 9000)));
            boolean forgotten = day % 2 == 0;
            Instant off = forgotten
                    ? stay.lastAway().plusSeconds(random.nextLong(200, 900))
                    : stay.lastAway().minusSeconds(random.nextLong(100, 1500));
            diary.set("media_player.radio", "off", off);
        }

        // When
        List<Pattern> proven = diary.analyse().proven();

        // Then
        assertThat(proven).as("seed %d", seed).singleElement().satisfies(pattern -> {
            assertThat(pattern.kind()).isEqualTo(PatternKind.DURATION);
            Trigger trigger = pattern.rule().triggers().getFirst();
            assertThat(trigger).isInstanceOf(NumericStateTrigger.class);
            assertThat(((NumericStateTrigger) trigger).holdFor()).isPositive();
            assertThat(((CallService) pattern.rule().actions().getLast()).service())
                    .isEqualTo("turn_off");
        });
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {15, 16, 17})
    void findsWhatIsPutOutFromBedWhenItWasLeftOn(long seed) {
        // Given a fan that is left on every other night, and put out up to half an hour later
        SplittableRandom random = new SplittableRandom(seed);
        Diary diary = new Diary();
        for (int day = 0; day < DAYS; day++) {
            Instant bed = Diary.around(day, LocalTime.of(22, 30), 80, random);
            diary.set("binary_sensor.ann_bed", "on", bed);
            diary.set("binary_sensor.ann_bed", "off", bed.plusSeconds(random.nextLong(25_000, 31_000)));
            diary.set("fan.bedroom", "on", bed.minusSeconds(random.nextLong(3000, 9000)));
            diary.set("light.kitchen", "on", Diary.around(day, LocalTime.of(10, 0), 200, random));
            diary.set("light.kitchen", "off", Diary.around(day, LocalTime.of(16, 0), 150, random));
            boolean forgotten = day % 2 == 0;
            Instant off = forgotten
                    ? bed.plusSeconds(random.nextLong(300, 1300))
                    : bed.minusSeconds(random.nextLong(100, 1500));
            diary.set("fan.bedroom", "off", off);
        }

        // When
        List<Pattern> proven = diary.analyse().proven();

        // Then
        assertThat(proven).as("seed %d", seed).singleElement().satisfies(pattern -> {
            StateTrigger trigger = (StateTrigger) pattern.rule().triggers().getFirst();
            assertThat(trigger.entities()).containsExactly(Diary.id("binary_sensor.ann_bed"));
            assertThat(trigger.to()).containsExactly("on");
        });
    }

    @Test
    void whatIsDoneWhenThePhoneIsPutToTheChargerAtNightHangsOnBedtime() {
        // Given
        SplittableRandom random = new SplittableRandom(8);
        Diary diary = new Diary();
        for (int day = 0; day < DAYS; day++) {
            Instant bed = Diary.around(day, LocalTime.of(23, 0), 80, random);
            diary.set("binary_sensor.ann_charging", "on", bed);
            diary.set("binary_sensor.ann_charging", "off", bed.plusSeconds(random.nextLong(25_000, 31_000)));
            diary.set("media_player.radio", "on", bed.minusSeconds(random.nextLong(2000, 9000)));
            diary.set("media_player.radio", "off", bed.plusMillis(random.nextLong(10_000, 100_000)));
            diary.set("light.kitchen", "on", Diary.around(day, LocalTime.of(13, 0), 200, random));
            diary.set("light.kitchen", "off", Diary.around(day, LocalTime.of(18, 0), 90, random));
        }

        // When
        List<Pattern> proven = diary.analyse().proven();

        // Then
        assertThat(proven).singleElement().satisfies(pattern -> {
            assertThat(pattern.kind()).isEqualTo(PatternKind.PRESENCE);
            assertThat(((StateTrigger) pattern.rule().triggers().getFirst()).entities())
                    .containsExactly(Diary.id("binary_sensor.ann_charging"));
        });
    }

    @Test
    void comingsAndGoingsWithoutAHabitGiveNoSuggestion() {
        // Given
        SplittableRandom random = new SplittableRandom(9);
        Diary diary = new Diary();
        for (int day = 0; day < DAYS; day++) {
            Stay.draw(day, random).tell(diary, true);
            for (int lamp = 0; lamp < 8; lamp++) {
                Instant on = Diary.around(day, LocalTime.of(19, 0), 240, random);
                diary.set("light.lamp_" + lamp, "on", on);
                diary.set("light.lamp_" + lamp, "off", on.plusSeconds(random.nextLong(300, 9000)));
            }
        }

        // When
        List<Pattern> proven = diary.analyse().proven();

        // Then
        assertThat(proven).isEmpty();
    }

    /** A day on which Ann and Bob leave and come back at different times. */
    private record Stay(Instant annLeft, Instant bobLeft, Instant annCame, Instant bobCame) {

        static Stay draw(int day, SplittableRandom random) {
            return new Stay(
                    Diary.around(day, LocalTime.of(8, 30), 80, random),
                    Diary.around(day, LocalTime.of(8, 30), 80, random),
                    Diary.around(day, LocalTime.of(17, 0), 100, random),
                    Diary.around(day, LocalTime.of(17, 0), 100, random));
        }

        Instant firstHome() {
            return annCame.isBefore(bobCame) ? annCame : bobCame;
        }

        Instant lastAway() {
            return annLeft.isAfter(bobLeft) ? annLeft : bobLeft;
        }

        void tell(Diary diary, boolean zone) {
            diary.set("person.ann", "not_home", annLeft).set("person.ann", "home", annCame);
            diary.set("person.bob", "not_home", bobLeft).set("person.bob", "home", bobCame);
            if (zone) {
                Instant firstLeft = annLeft.isAfter(bobLeft) ? bobLeft : annLeft;
                Instant lastCame = annCame.isBefore(bobCame) ? bobCame : annCame;
                diary.set("zone.home", "1", firstLeft).set("zone.home", "0", lastAway());
                diary.set("zone.home", "1", firstHome()).set("zone.home", "2", lastCame);
            }
        }
    }
}
