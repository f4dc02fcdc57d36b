package io.homeiq.mining;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.contracts.pattern.Finding;
import io.homeiq.contracts.pattern.Pattern;
import io.homeiq.contracts.rule.Automation;
import io.homeiq.contracts.rule.CallService;
import io.homeiq.contracts.rule.Rule;
import io.homeiq.contracts.rule.RunMode;
import io.homeiq.contracts.rule.TimeTrigger;
import io.homeiq.contracts.rule.Verbatim;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Where there is nothing to find, nothing is proposed. */
class SilenceTest {

    private static final int HOMES = 20;

    @Test
    void lampsUsedAtRandomWithinTheRhythmOfTheDayGiveNoSuggestion() {
        // Given homes that live by the day but have no routine
        // When
        long suggestions = IntStream.range(0, HOMES)
                .mapToLong(seed -> rhythmWithoutRoutine(seed).analyse().proven().size())
                .sum();

        // Then
        assertThat(suggestions).as("over seeds 0 to %d", HOMES - 1).isZero();
    }

    @Test
    void anEmptyHistoryGivesANoteAndNothingElse() {
        // Given
        Diary diary = new Diary();

        // When
        Analysis analysis = diary.analyse();

        // Then
        assertThat(analysis.patterns()).isEmpty();
        assertThat(analysis.period()).isNull();
        assertThat(analysis.notes()).hasSize(1);
    }

    @Test
    void theFirstDaysAreSilent() {
        // Given
        Diary diary = new Diary();
        SplittableRandom random = new SplittableRandom(1);
        for (int day = 0; day < 13; day++) {
            diary.set("light.porch", "on", Diary.around(day, LocalTime.of(21, 0), 5, random));
            diary.set("light.porch", "off", Diary.around(day, LocalTime.of(23, 0), 5, random));
        }

        // When
        Analysis analysis = diary.analyse();

        // Then
        assertThat(analysis.patterns()).isEmpty();
        assertThat(analysis.notes()).anyMatch(note -> note.contains("at least 14"));
    }

    @Test
    void whatAnAutomationDoesAlreadyIsNotProposed() {
        // Given a habit that the owner has an automation for
        SplittableRandom random = new SplittableRandom(2);
        Diary diary = new Diary();
        for (int day = 0; day < 42; day++) {
            diary.set("light.porch", "on", Diary.around(day, LocalTime.of(21, 0), 8, random));
            diary.set("light.porch", "off", Diary.around(day, LocalTime.of(23, 30), 100, random));
        }
        Rule rule = new Rule(
                List.of(TimeTrigger.at(LocalTime.of(21, 10))),
                List.of(),
                List.of(CallService.of("light", "turn_on", Diary.id("light.porch"))));
        Automation porch = new Automation("1", "Porch at nine", "", rule, RunMode.SINGLE, Verbatim.EMPTY);

        // When
        List<Pattern> patterns = diary.analyse(Diary.registry(), porch).patterns();

        // Then
        assertThat(patterns)
                .extracting(Pattern::finding)
                .anySatisfy(finding -> assertThat(finding)
                        .isEqualTo(new Finding.NotProposed("the automation \"Porch at nine\" does this already")));
        assertThat(patterns).noneMatch(Pattern::isProven);
    }

    @Test
    void theSameHistoryGivesTheSameAnalysis() {
        // Given
        Diary diary = rhythmWithoutRoutine(77);
        SplittableRandom random = new SplittableRandom(78);
        for (int day = 0; day < 60; day++) {
            diary.set("light.porch", "on", Diary.around(day, LocalTime.of(21, 0), 8, random));
            diary.set("light.porch", "off", Diary.around(day, LocalTime.of(23, 0), 8, random));
        }

        // When
        Analysis first = diary.analyse();
        Analysis second = diary.analyse();

        // Then
        assertThat(second).isEqualTo(first);
        assertThat(first.proven()).isNotEmpty();
    }

    private static Diary rhythmWithoutRoutine(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Diary diary = new Diary();
        for (int day = 0; day < 60; day++) {
            for (int lamp = 0; lamp < 12; lamp++) {
                for (int use = random.nextInt(3); use >= 0; use--) {
                    Instant on = Diary.around(day, LocalTime.of(12 + lamp % 8, 30), 200, random);
                    diary.set("light.lamp_" + lamp, "on", on);
                    diary.set("light.lamp_" + lamp, "off", on.plusSeconds(random.nextLong(300, 9000)));
                }
            }
            for (int motion = 0; motion < 40; motion++) {
                Instant at = Diary.around(day, LocalTime.of(15, 0), 480, random);
                String sensor = "binary_sensor.motion_" + random.nextInt(4);
                diary.set(sensor, "on", at).set(sensor, "off", at.plusSeconds(60));
            }
        }
        return diary;
    }
}
