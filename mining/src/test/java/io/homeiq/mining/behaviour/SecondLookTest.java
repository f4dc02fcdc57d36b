package io.homeiq.mining.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.contracts.home.Context;
import io.homeiq.contracts.rule.Automation;
import io.homeiq.contracts.rule.CallService;
import io.homeiq.contracts.rule.Delay;
import io.homeiq.contracts.rule.Rule;
import io.homeiq.contracts.rule.RunMode;
import io.homeiq.contracts.rule.TimeTrigger;
import io.homeiq.contracts.rule.Verbatim;
import io.homeiq.mining.Diary;
import io.homeiq.mining.attribution.Attribution;
import io.homeiq.mining.attribution.Cause;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What behaviour tells where no context does, and what it must not take for a machine. */
class SecondLookTest {

    private static final long SEED = 11;
    private static final int DAYS = 21;
    private static final String LAMP = "light.porch";

    private final SplittableRandom random = new SplittableRandom(SEED);
    private final Diary diary = new Diary();

    @Test
    void aScheduleOfADeviceKeepsTheSecond() {
        // Given
        for (int day = 0; day < DAYS; day++) {
            set(LAMP, "on", Diary.time(day, LocalTime.of(19, 30)).plusMillis(random.nextInt(1_500)));
            set(LAMP, "off", Diary.around(day, LocalTime.of(23, 0), 20, random));
        }

        // When
        List<Attribution> told = told();

        // Then
        assertThat(acts(told)).isEqualTo(DAYS);
        assertThat(told)
                .filteredOn(one -> !one.act())
                .extracting(Attribution::cause)
                .containsOnly(Cause.UNKNOWN);
    }

    @Test
    void aPunctualPersonIsStillAPerson() {
        // Given a habit with a spread of a minute
        for (int day = 0; day < 60; day++) {
            set(LAMP, "on", Diary.time(day, LocalTime.of(7, 0)).plusMillis((long) (60_000 * gauss())));
            set(LAMP, "off", Diary.around(day, LocalTime.of(8, 0), 25, random));
        }

        // When
        List<Attribution> told = told();

        // Then
        assertThat(acts(told)).isEqualTo(120);
    }

    @Test
    void aLogOfWholeMinutesMakesNobodyAMachine() {
        // Given
        for (int day = 0; day < 60; day++) {
            set(LAMP, "on", wholeMinute(Diary.around(day, LocalTime.of(7, 0), 8, random)));
            set(LAMP, "off", wholeMinute(Diary.around(day, LocalTime.of(8, 0), 25, random)));
        }

        // When
        List<Attribution> told = told();

        // Then
        assertThat(acts(told)).isEqualTo(120);
    }

    @Test
    void aTimerEndsWhatAPersonBegan() {
        // Given a lamp that goes off five minutes after anybody lit it
        for (int day = 0; day < DAYS; day++) {
            Instant lit = Diary.around(day, LocalTime.of(18, 0), 240, random);
            set(LAMP, "on", lit);
            set(LAMP, "off", lit.plusSeconds(300).plusMillis(random.nextInt(600)));
        }

        // When
        List<Attribution> told = told();

        // Then
        assertThat(acts(told)).isEqualTo(DAYS);
    }

    @Test
    void aLampThatAnswersASensorFasterThanAHandIsARule() {
        // Given
        for (int day = 0; day < DAYS; day++) {
            Instant seen = Diary.around(day, LocalTime.of(18, 0), 240, random);
            set("binary_sensor.motion", "on", seen);
            set("binary_sensor.motion", "off", seen.plusSeconds(60 + random.nextInt(60)));
            set(LAMP, "on", seen.plusMillis(50 + random.nextInt(150)));
            set(LAMP, "off", seen.plusSeconds(3_000 + random.nextInt(3_000)));
        }

        // When
        List<Attribution> told = told();

        // Then
        assertThat(acts(told)).isEqualTo(DAYS);
        assertThat(told).extracting(Attribution::cause).contains(Cause.AUTOMATION);
    }

    @Test
    void whatMotionLightsGoesOutSoLongAfterTheMotionCeased() {
        // Given
        for (int day = 0; day < DAYS; day++) {
            Instant seen = Diary.around(day, LocalTime.of(18, 0), 240, random);
            Instant ceased = seen.plusSeconds(60 + random.nextInt(600));
            set("binary_sensor.motion", "on", seen);
            set("binary_sensor.motion", "off", ceased);
            set(LAMP, "on", seen.plusMillis(50 + random.nextInt(150)));
            set(LAMP, "off", ceased.plusSeconds(120).plusMillis(random.nextInt(300)));
        }

        // When
        List<Attribution> told = told();

        // Then
        assertThat(acts(told)).isZero();
    }

    @Test
    void aPersonWhoAnswersASensorTakesTheirTime() {
        // Given
        for (int day = 0; day < 60; day++) {
            Instant seen = Diary.around(day, LocalTime.of(18, 0), 240, random);
            set("binary_sensor.motion", "on", seen);
            set("binary_sensor.motion", "off", seen.plusSeconds(60 + random.nextInt(60)));
            set(LAMP, "on", seen.plusMillis(700 + random.nextInt(4_000)));
            set(LAMP, "off", seen.plusSeconds(3_000 + random.nextInt(3_000)));
        }

        // When
        List<Attribution> told = told();

        // Then
        assertThat(acts(told)).isEqualTo(120);
    }

    @Test
    void whatAlwaysFollowsAnotherIsItsMirror() {
        // Given two entities of one lamp, of which no registry knows
        for (int day = 0; day < DAYS; day++) {
            Instant lit = Diary.around(day, LocalTime.of(18, 0), 240, random);
            Instant out = lit.plusSeconds(3_000 + random.nextInt(3_000));
            set("switch.relay", "on", lit);
            set(LAMP, "on", lit.plusMillis(150 + random.nextInt(100)));
            set("switch.relay", "off", out);
            set(LAMP, "off", out.plusMillis(150 + random.nextInt(100)));
        }

        // When
        List<Attribution> told = told();

        // Then
        assertThat(acts(told)).isEqualTo(2 * DAYS);
        assertThat(told)
                .filteredOn(one -> !one.act())
                .extracting(Attribution::cause)
                .containsOnly(Cause.DERIVED);
    }

    @Test
    void whatFollowsNowThisLampAndNowThatOneIsTheirGroup() {
        // Given a group that no registry knows: lit with the first of two lamps, out with the last
        for (int day = 0; day < DAYS; day++) {
            Instant first = Diary.around(day, LocalTime.of(18, 0), 240, random);
            Instant second = first.plusSeconds(600 + random.nextInt(600));
            String one = day % 2 == 0 ? "light.left" : "light.right";
            String other = day % 2 == 0 ? "light.right" : "light.left";
            set(one, "on", first);
            set("light.group", "on", first.plusMillis(5 + random.nextInt(40)));
            set(other, "on", second);
            set(one, "off", second.plusSeconds(600 + random.nextInt(600)));
            Instant last = second.plusSeconds(2_000 + random.nextInt(600));
            set(other, "off", last);
            set("light.group", "off", last.plusMillis(5 + random.nextInt(40)));
        }

        // When
        List<Attribution> told = told();

        // Then
        assertThat(acts(told)).isEqualTo(4 * DAYS);
        assertThat(told)
                .filteredOn(one -> !one.act())
                .hasSize(2 * DAYS)
                .extracting(Attribution::cause)
                .containsOnly(Cause.DERIVED);
    }

    @Test
    void anAutomationIsKnownByItsRuleWhereNothingTiesItToWhatItDoes() {
        // Given two runs, too few to show any regularity
        Automation automation = new Automation(
                "1",
                "Porch for a while",
                "",
                new Rule(
                        List.of(TimeTrigger.at(LocalTime.of(20, 15))),
                        List.of(),
                        List.of(
                                CallService.of("light", "turn_on", Diary.id(LAMP)),
                                new Delay(Duration.ofMinutes(7)),
                                CallService.of("light", "turn_off", Diary.id(LAMP)))),
                RunMode.SINGLE,
                Verbatim.EMPTY);
        for (int day = 0; day < 2; day++) {
            set(LAMP, "on", Diary.time(day, LocalTime.of(20, 15)).plusMillis(300));
            set(LAMP, "off", Diary.time(day, LocalTime.of(20, 22)).plusMillis(500));
        }

        // When
        List<Attribution> told = told(automation);

        // Then
        assertThat(told).extracting(Attribution::automation).containsOnly(Diary.id("automation.porch_for_a_while"));
    }

    @Test
    void whoseAccountIsRecordedStaysAPersonHoweverPunctual() {
        // Given
        for (int day = 0; day < DAYS; day++) {
            Context ann = new Context("ann" + day, null, "user-ann");
            diary.set(LAMP, "on", Diary.time(day, LocalTime.of(19, 30)), ann);
            set(LAMP, "off", Diary.around(day, LocalTime.of(23, 0), 20, random));
        }

        // When
        List<Attribution> told = told();

        // Then
        assertThat(acts(told)).isEqualTo(2 * DAYS);
    }

    private void set(String entity, String state, Instant time) {
        diary.set(entity, state, time, Context.UNKNOWN);
    }

    private double gauss() {
        return random.nextGaussian();
    }

    private static Instant wholeMinute(Instant time) {
        return time.minusMillis(Math.floorMod(time.toEpochMilli(), 60_000L));
    }

    private static long acts(List<Attribution> told) {
        return told.stream().filter(Attribution::act).count();
    }

    private List<Attribution> told(Automation... automations) {
        return TwoLooks.at(diary, automations);
    }
}
