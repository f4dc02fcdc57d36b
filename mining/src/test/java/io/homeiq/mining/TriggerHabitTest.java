package io.homeiq.mining;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.contracts.pattern.Pattern;
import io.homeiq.contracts.pattern.PatternKind;
import io.homeiq.contracts.rule.CallService;
import io.homeiq.contracts.rule.Delay;
import io.homeiq.contracts.rule.StateTrigger;
import io.homeiq.contracts.rule.TimeCondition;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TriggerHabitTest {

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void findsWhatPeopleDoWhenTheyComeHome(long seed) {
        // Given arrivals at any time of the afternoon
        SplittableRandom random = new SplittableRandom(seed);
        Diary diary = new Diary();
        for (int day = 0; day < 42; day++) {
            Instant home = Diary.around(day, LocalTime.of(16, 30), 150, random);
            diary.set("person.ann", "not_home", Diary.around(day, LocalTime.of(8, 0), 30, random));
            diary.set("person.ann", "home", home);
            if (day % 10 != 9) {
                diary.set(
                        "light.hall",
                        "on",
                        home.plusSeconds(random.nextLong(10, 50)).plusMillis(random.nextInt(1000)));
            }
            diary.set("light.hall", "off", Diary.around(day, LocalTime.of(22, 30), 60, random));
        }

        // When
        List<Pattern> proven = diary.analyse().proven().stream()
                .filter(pattern -> pattern.kind() == PatternKind.PRESENCE)
                .toList();

        // Then
        assertThat(proven).as("seed %d", seed).singleElement().satisfies(pattern -> {
            StateTrigger trigger = (StateTrigger) pattern.rule().triggers().getFirst();
            assertThat(trigger.entities()).containsExactly(Diary.id("person.ann"));
            assertThat(trigger.to()).containsExactly("home");
            assertThat(trigger.from()).containsExactly("not_home");
            assertThat(pattern.rule().actions()).singleElement().isInstanceOf(CallService.class);
        });
    }

    @Test
    void findsTheHoursInWhichAHabitHolds() {
        // Given motion all day, answered by the lamp at night only
        SplittableRandom random = new SplittableRandom(7);
        Diary diary = new Diary();
        for (int day = 0; day < 42; day++) {
            for (int hour = 7; hour < 24; hour += 2) {
                Instant motion = Diary.around(day, LocalTime.of(hour, 30), 25, random);
                diary.set("binary_sensor.bath_motion", "on", motion);
                diary.set("binary_sensor.bath_motion", "off", motion.plusSeconds(90));
            }
            Instant night = Diary.around(day, LocalTime.of(3, 0), 110, random);
            diary.set("binary_sensor.bath_motion", "on", night);
            diary.set("binary_sensor.bath_motion", "off", night.plusSeconds(90));
            diary.set("light.bath", "on", night.plusMillis(5_000 + random.nextInt(15_000)));
            diary.set("light.bath", "off", night.plusSeconds(200 + random.nextInt(90)));
        }

        // When
        List<Pattern> on = diary.analyse().proven().stream()
                .filter(pattern -> ((CallService) pattern.rule().actions().getLast())
                        .service()
                        .equals("turn_on"))
                .toList();

        // Then
        assertThat(on).singleElement().satisfies(pattern -> {
            assertThat(pattern.kind()).isEqualTo(PatternKind.TRIGGER_ACTION);
            TimeCondition band = (TimeCondition) pattern.rule().conditions().getFirst();
            assertThat(band.before()).isBefore(LocalTime.of(8, 0));
        });
    }

    @Test
    void aLongUsualDelayIsKept() {
        // Given
        SplittableRandom random = new SplittableRandom(8);
        Diary diary = new Diary();
        for (int day = 0; day < 42; day++) {
            Instant tv = Diary.around(day, LocalTime.of(19, 0), 120, random);
            diary.set("media_player.tv", "on", tv);
            diary.set("light.floor", "on", tv.plusSeconds(240 + random.nextInt(60)));
            diary.set("media_player.tv", "off", tv.plusSeconds(7200 + random.nextInt(1800)));
            diary.set("light.floor", "off", Diary.around(day, LocalTime.of(23, 50), 5, random));
        }

        // When
        List<Pattern> proven = diary.analyse().proven();

        // Then
        assertThat(proven)
                .filteredOn(p ->
                        p.kind() == PatternKind.TRIGGER_ACTION && p.entity().equals(Diary.id("light.floor")))
                .singleElement()
                .satisfies(p -> assertThat(p.rule().actions().getFirst()).isInstanceOf(Delay.class));
    }

    @Test
    void aChattyDeviceGoesTogetherWithNothing() {
        // Given a sensor that fires every few minutes and lamps used at random
        SplittableRandom random = new SplittableRandom(9);
        Diary diary = new Diary();
        for (int day = 0; day < 42; day++) {
            for (int minute = 0; minute < 1440; minute += 4) {
                Instant motion =
                        Diary.time(day, LocalTime.of(minute / 60, minute % 60)).plusMillis(random.nextInt(200_000));
                diary.set("binary_sensor.street", minute % 8 == 0 ? "on" : "off", motion);
            }
            for (String lamp : List.of("light.a", "light.b", "light.c")) {
                Instant on = Diary.around(day, LocalTime.of(14, 0), 420, random);
                diary.set(lamp, "on", on);
                diary.set(lamp, "off", on.plusSeconds(random.nextLong(600, 7200)));
            }
        }

        // When
        List<Pattern> proven = diary.analyse().proven();

        // Then
        assertThat(proven).isEmpty();
    }

    @Test
    void whatFollowsAtOnceAndAlwaysIsAMachine() {
        // Given
        SplittableRandom random = new SplittableRandom(10);
        Diary diary = new Diary();
        for (int day = 0; day < 42; day++) {
            Instant door = Diary.around(day, LocalTime.of(13, 0), 400, random);
            diary.set("binary_sensor.door", "on", door);
            diary.set("binary_sensor.door", "off", door.plusSeconds(20));
            diary.set("light.closet", "on", door.plusMillis(700));
            diary.set("light.closet", "off", door.plusSeconds(100 + random.nextInt(900)));
        }

        // When
        Analysis analysis = diary.analyse();

        // Then
        assertThat(analysis.patterns())
                .noneMatch(p ->
                        ((CallService) p.rule().actions().getLast()).service().equals("turn_on"));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {61, 62, 63})
    void whoIsMostlyPromptMayBeLateAtTimes(long seed) {
        // Given an answer that mostly comes within a minute and always within five
        SplittableRandom random = new SplittableRandom(seed);
        Diary diary = new Diary();
        for (int day = 0; day < 56; day++) {
            Instant opened = Diary.around(day, LocalTime.of(15, 0), 300, random);
            diary.set("binary_sensor.garage_door", "on", opened);
            diary.set("binary_sensor.garage_door", "off", opened.plusSeconds(random.nextLong(900, 3000)));
            long after = random.nextInt(4) == 0 ? random.nextLong(150, 290) : random.nextLong(10, 60);
            diary.set("light.garage", "on", opened.plusSeconds(after));
            diary.set("light.garage", "off", opened.plusSeconds(random.nextLong(4_000, 15_000)));
        }

        // When
        List<Pattern> proven = diary.analyse().proven();

        // Then
        assertThat(proven).as("seed %d", seed).singleElement().satisfies(pattern -> {
            assertThat(pattern.kind()).isEqualTo(PatternKind.TRIGGER_ACTION);
            assertThat(pattern.evidence().agreement()).isEqualTo(1);
        });
    }

    @ParameterizedTest(name = "{0} of 29 left out")
    @CsvSource({"3, true", "9, false"})
    void whereFewDaysAreLeftForTheProofAllDaysTellHowOftenItIsDone(int leftOut, boolean proposed) {
        // Given what is done 5 of 9 times on the days kept for proof, and nearly always or seldom before
        SplittableRandom random = new SplittableRandom(71);
        Diary diary = new Diary();
        for (int time = 0; time < 29; time++) {
            int day = 2 * time;
            Instant opened = Diary.around(day, LocalTime.of(15, 0), 300, random);
            diary.set("binary_sensor.garage_door", "on", opened);
            diary.set("binary_sensor.garage_door", "off", opened.plusSeconds(random.nextLong(900, 3000)));
            boolean left = time < 20 ? time % 20 * leftOut % 20 < leftOut : time % 2 == 1 && time < 28;
            if (!left) {
                diary.set("light.garage", "on", opened.plusSeconds(random.nextLong(5, 25)));
                diary.set("light.garage", "off", opened.plusSeconds(random.nextLong(4_000, 15_000)));
            }
            for (int lived = day; lived < day + 2; lived++) {
                Instant other = Diary.around(lived, LocalTime.of(13, 0), 300, random);
                diary.set("light.hall", "on", other);
                diary.set("light.hall", "off", other.plusSeconds(random.nextLong(600, 9_000)));
            }
        }

        // When
        List<Pattern> proven = diary.analyse().proven();

        // Then
        assertThat(proven).hasSize(proposed ? 1 : 0);
    }

    @Test
    void aDoorIsAnsweredWhenItOpensNotWhenItFallsShut() {
        // Given a door that always falls shut after about the same while
        SplittableRandom random = new SplittableRandom(12);
        Diary diary = new Diary();
        for (int day = 0; day < 42; day++) {
            Instant door = Diary.around(day, LocalTime.of(13, 0), 400, random);
            Instant lamp = door.plusMillis(random.nextLong(40_000, 100_000));
            diary.set("binary_sensor.door", "on", door);
            diary.set("binary_sensor.door", "off", door.plusMillis(random.nextLong(15_000, 25_000)));
            diary.set("light.closet", "on", lamp);
            diary.set("light.closet", "off", lamp.plusSeconds(random.nextLong(600, 7_200)));
        }

        // When
        List<Pattern> proven = diary.analyse().proven();

        // Then
        assertThat(proven)
                .extracting(pattern -> (StateTrigger) pattern.rule().triggers().getFirst())
                .singleElement()
                .satisfies(trigger -> assertThat(trigger.to()).containsExactly("on"));
    }

    @Test
    void whatIsAlwaysSwitchedOnSecondsAfterSomethingElseIsItsAnswerAndNoScene() {
        // Given
        SplittableRandom random = new SplittableRandom(13);
        Diary diary = new Diary();
        for (int day = 0; day < 42; day++) {
            Instant television = Diary.around(day, LocalTime.of(16, 0), 300, random);
            diary.set("media_player.tv", "on", television);
            diary.set("light.sofa", "on", television.plusMillis(random.nextLong(2_000, 9_000)));
            diary.set("light.sofa", "off", television.plusSeconds(random.nextLong(1_200, 9_000)));
            diary.set("media_player.tv", "off", television.plusSeconds(random.nextLong(1_200, 9_000)));
        }

        // When
        List<Pattern> proven = diary.analyse().proven();

        // Then
        assertThat(proven).extracting(Pattern::kind).containsExactly(PatternKind.TRIGGER_ACTION);
    }
}
