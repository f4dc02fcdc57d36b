package io.homeiq.mining.anomaly;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.contracts.home.Attributes;
import io.homeiq.contracts.home.Context;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeEvent;
import io.homeiq.contracts.home.HomeId;
import io.homeiq.contracts.home.StateChange;
import io.homeiq.contracts.pattern.Finding;
import io.homeiq.contracts.pattern.Pattern;
import io.homeiq.contracts.pattern.PatternKind;
import io.homeiq.mining.Diary;
import io.homeiq.mining.Miner;
import io.homeiq.mining.MiningSettings;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What breaks the rhythm of a door is told, seldom and with its reason. */
class AnomalyTest {

    private static final int DAYS = 60;
    private static final EntityId BACK_DOOR = Diary.id("binary_sensor.back_door");

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void aDoorThatOpensAtNightAsItNeverDidIsToldWithTheReason(long seed) {
        // Given
        Diary diary = lively(seed, DAYS);
        opens(diary, BACK_DOOR, Diary.time(50, LocalTime.of(3, 12)), 40);

        // When
        List<Pattern> told = anomalies(diary);

        // Then
        assertThat(told).as("seed %d", seed).singleElement().satisfies(pattern -> {
            assertThat(pattern.entity()).isEqualTo(BACK_DOOR);
            assertThat(pattern.isProven()).isFalse();
            assertThat(pattern.firstSeen()).isEqualTo(Diary.time(50, LocalTime.of(3, 12)));
            assertThat(reason(pattern))
                    .matches("Back door was opened at 03:12 on 2026-02-24; in 50 days it was never open between "
                            + "2[0-3]:\\d\\d and 0[67]:\\d\\d");
        });
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void aDoorAtNightIsOddThoughSomebodyIsUpOnOneNightInSix(long seed) {
        // Given
        Diary diary = lively(seed, DAYS);
        nightsUp(diary, 6, seed);
        opens(diary, BACK_DOOR, Diary.time(50, LocalTime.of(3, 12)), 40);

        // When, Then
        assertThat(anomalies(diary)).as("seed %d", seed).hasSize(1);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void aDoorAtNightIsTheirsWhereSomebodyIsUpOnEveryOtherNight(long seed) {
        // Given
        Diary diary = lively(seed, DAYS);
        nightsUp(diary, 2, seed);
        opens(diary, BACK_DOOR, Diary.time(50, LocalTime.of(3, 12)), 40);

        // When, Then
        assertThat(anomalies(diary)).as("seed %d", seed).isEmpty();
    }

    private static void nightsUp(Diary diary, int every, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int day = 0; day < DAYS; day += every) {
            Instant up = Diary.around(day, LocalTime.of(3, 15), 12, random);
            diary.set("light.bathroom", "on", up);
            diary.set("light.bathroom", "off", up.plusSeconds(random.nextLong(100, 700)));
        }
    }

    @Test
    void theSecondTimeIsAsOddAsTheFirst() {
        // Given
        Diary diary = lively(4, DAYS);
        opens(diary, BACK_DOOR, Diary.time(30, LocalTime.of(3, 12)), 40);
        opens(diary, BACK_DOOR, Diary.time(50, LocalTime.of(3, 20)), 40);

        // When
        List<Pattern> told = anomalies(diary);

        // Then
        assertThat(told).hasSize(2);
        assertThat(reason(told.getFirst())).contains("but for one odd time never open between");
    }

    @Test
    void whatHappensEveryOtherWeekIsTheRhythm() {
        // Given a door that opens at night once in ten days
        Diary diary = lively(5, 120);
        for (int day = 5; day < 120; day += 10) {
            opens(diary, BACK_DOOR, Diary.time(day, LocalTime.of(3, day / 3)), 40);
        }

        // When
        List<Pattern> told = anomalies(diary);

        // Then
        assertThat(told).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void neverMoreThanTwoAreToldInAWeek() {
        // Given four doors that open in four nights of one week
        Diary diary = lively(6, DAYS);
        String[] doors = {"back_door", "front_door", "cellar_door", "garden_door"};
        for (int i = 0; i < doors.length; i++) {
            opens(diary, Diary.id("binary_sensor." + doors[i]), Diary.time(50 + i, LocalTime.of(3, 12)), 40);
        }

        // When
        List<Pattern> told = anomalies(diary);

        // Then
        assertThat(told).hasSize(AnomalySearch.MAX_A_WEEK);
    }

    @Test
    void aDoorThatStaysOpenFarLongerThanEverIsTold() {
        // Given
        Diary diary = lively(7, DAYS);
        opens(diary, BACK_DOOR, Diary.time(50, LocalTime.of(21, 0)), 6 * 3600);

        // When
        List<Pattern> told = anomalies(diary);

        // Then
        assertThat(told)
                .singleElement()
                .extracting(AnomalyTest::reason)
                .asString()
                .contains("stayed open for 6 h 0 min", "never open for longer than");
    }

    @Test
    void aClosingThatWasLostTellsNothing() {
        // Given a door that opens in the evening and, as far as the log tells, again next morning without having been
        // closed
        Diary diary = lively(8, DAYS);
        Instant evening = Diary.time(50, LocalTime.of(21, 45));
        diary.add(
                new StateChange(BACK_DOOR, "off", "on", Attributes.NONE, evening, new Context("evening", null, null)));

        // When
        List<Pattern> told = anomalies(diary);

        // Then
        assertThat(told).isEmpty();
    }

    @Test
    void doorsThatOpenAtRandomAreSilent() {
        // Given homes whose doors open at any hour, independent of everything
        // When
        int told = IntStream.range(0, 20)
                .map(seed -> anomalies(noise(seed)).size())
                .sum();

        // Then 20 homes over five weeks of judged days each, at an expected rate well below one in a hundred weeks
        assertThat(told).as("over seeds 0 to 19").isLessThanOrEqualTo(1);
    }

    @Test
    void livelyDoorsThatKeepToTheirHoursAreSilent() {
        // When
        int told = IntStream.range(100, 120)
                .map(seed -> anomalies(lively(seed, DAYS)).size())
                .sum();

        // Then
        assertThat(told).as("over seeds 100 to 119").isLessThanOrEqualTo(1);
    }

    @Test
    void whatIsToldLiveIsWhatALaterAnalysisTells() {
        // Given
        Diary diary = lively(9, DAYS);
        opens(diary, BACK_DOOR, Diary.time(50, LocalTime.of(3, 12)), 40);
        opens(diary, BACK_DOOR, Diary.time(57, LocalTime.of(3, 30)), 40);
        List<Pattern> live = new ArrayList<>();
        Miner miner = new Miner(HomeId.DEFAULT, Diary.registry(), List.of(), MiningSettings.DEFAULT);

        // When
        for (HomeEvent event : diary.events()) {
            miner.accept(event);
            miner.fresh().stream()
                    .filter(pattern -> pattern.kind() == PatternKind.ANOMALY)
                    .forEach(live::add);
        }

        // Then
        assertThat(live).hasSize(2).containsExactlyElementsOf(anomalies(diary).reversed());
    }

    @Test
    void theFirstThreeWeeksAreSilent() {
        // Given
        Diary diary = lively(10, 20);
        opens(diary, BACK_DOOR, Diary.time(18, LocalTime.of(3, 12)), 40);

        // Then
        assertThat(anomalies(diary)).isEmpty();
    }

    private static List<Pattern> anomalies(Diary diary) {
        return diary.analyse().patterns().stream()
                .filter(pattern -> pattern.kind() == PatternKind.ANOMALY)
                .toList();
    }

    private static String reason(Pattern pattern) {
        return ((Finding.NotProposed) pattern.finding()).reason();
    }

    /** Four doors between seven and eleven, and a lamp so that somebody lives there. */
    private static Diary lively(long seed, int days) {
        SplittableRandom random = new SplittableRandom(seed);
        Diary diary = new Diary();
        for (int day = 0; day < days; day++) {
            for (String door : List.of("back_door", "front_door", "cellar_door", "garden_door")) {
                for (int i = random.nextInt(2, 7); i > 0; i--) {
                    Instant at = Diary.around(day, LocalTime.of(14, 30), 450, random);
                    opens(diary, Diary.id("binary_sensor." + door), at, 5 + random.nextInt(90));
                }
            }
            Instant on = Diary.around(day, LocalTime.of(20, 0), 90, random);
            diary.set("light.hall", "on", on).set("light.hall", "off", on.plusSeconds(3_600));
        }
        return diary;
    }

    /** Four doors at all hours. */
    private static Diary noise(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Diary diary = new Diary();
        for (int day = 0; day < DAYS; day++) {
            for (int i = random.nextInt(1, 30); i > 0; i--) {
                String door = "binary_sensor." + random.nextInt(4) + "_door";
                Instant at = Diary.around(day, LocalTime.NOON, 720, random);
                opens(diary, Diary.id(door), at, (long) Math.exp(random.nextDouble() * 8));
            }
            diary.set(
                    "light.hall", random.nextBoolean() ? "on" : "off", Diary.around(day, LocalTime.NOON, 700, random));
        }
        return diary;
    }

    private static void opens(Diary diary, EntityId door, Instant at, long seconds) {
        diary.set(door.value(), "on", at).set(door.value(), "off", at.plusSeconds(seconds));
    }
}
