package io.homeiq.automation.wording;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.automation.wording.Objection.Reason;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordingCheckTest {

    private static final long SEED = 20261127;

    private static final Wording OURS = new Wording(
            "Turn off Porch light at 23:55",
            "You did this by hand 41 times in the days it was learned from. On the days kept for proof it would have fired 18"
                    + " times: you did it yourself 16 times, 2 unwanted, 3 missed.");

    private final WordingCheck check =
            new WordingCheck(List.of("Porch light", "Garage door", "Garage", "Ann", "Al", "Hall"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Turn the Porch light off at 23:55      | You did this by hand 41 times; on the days kept for proof it fired 18 times.
            Switch off Porch light at 11:55 pm     | You usually do it yourself: 16 of 18 times, with two unwanted and three missed.
            Porch light: turn it off at 23:55      | It would have been right 16 times.
            """)
    void takesOtherWordsForTheSameRule(String title, String description) {
        assertThat(check.objection(OURS, new Wording(title, description))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Turn off Porch light at 23:50          | You did this by hand 41 times.                     | NUMBER
            Turn off Porch light                   | You did this by hand 41 times at 23:55.            | NUMBER
            Turn off Porch light at 23:55          | You did this five times.                           | NUMBER
            Turn off Porch light at 23:55          | It is right in 95 percent of the days.             | NUMBER
            Turn off Porch light at 11:55 am       | You did this by hand 41 times.                     | NUMBER
            Turn on Porch light at 23:55           | You did this by hand 41 times.                     | MEANING
            Porch light at 23:55                   | You did this by hand 41 times.                     | MEANING
            Turn off Porch light at 23:55          | It turns the light on when it is right.            | MEANING
            Turn off Porch light at 23:55          | It saves energy.                                   | MEANING
            Turn off Porch light at 23:55          | Only when everybody is asleep.                     | MEANING
            Turn off Porch light at 23:55 on Monday | You did this by hand 41 times.                    | MEANING
            Turn off Porch light at 23:55          | The garage door is not touched.                    | NAME
            Turn off Porch light at 23:55          | Ann did this by hand 41 times.                     | NAME
            Turn off Porch light at 23:55          | **You** did this by hand 41 times.                 | FORM
            Turn off Porch light at 23:55          | See https://example.org.                           | FORM
            """)
    void refusesWhatTellsAnotherRuleOrMore(String title, String description, Reason reason) {
        assertThat(check.objection(OURS, new Wording(title, description)))
                .hasValueSatisfying(objection -> assertThat(objection.reason()).isEqualTo(reason));
    }

    @Test
    void findsNamesOnlyWhole() {
        // Given "Al" and "Hall" in the home, which are parts of "also" and "shall"
        Wording other =
                new Wording("Turn off Porch light at 23:55", "You also did this by hand 41 times, as it shall be.");

        // When // Then
        assertThat(check.objection(OURS, other)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {WordingCheck.MAX_DESCRIPTION_CHARS + 1, 100_000})
    void refusesWhatIsTooLong(int chars) {
        Wording other = new Wording(OURS.title(), "a".repeat(chars));

        assertThat(check.objection(OURS, other))
                .hasValueSatisfying(objection -> assertThat(objection.reason()).isEqualTo(Reason.FORM));
    }

    @Test
    void neverTakesAnotherTime() {
        // Given
        SplittableRandom random = new SplittableRandom(SEED);
        for (int turn = 0; turn < 500; turn++) {
            String ours = time(random);
            String other = time(random);

            // When
            boolean taken = check.objection(
                            new Wording("Turn off Porch light at " + ours, "You did this by hand."),
                            new Wording("Turn the Porch light off at " + other, "You did this by hand."))
                    .isEmpty();

            // Then
            assertThat(taken).as("seed %d: %s told as %s", SEED, ours, other).isEqualTo(ours.equals(other));
        }
    }

    private static String time(SplittableRandom random) {
        return "%02d:%02d".formatted(random.nextInt(24), 5 * random.nextInt(12));
    }

    @Test
    void neverFailsWhateverAModelSays() {
        // Given
        SplittableRandom random = new SplittableRandom(SEED);
        for (int turn = 0; turn < 2_000; turn++) {
            StringBuilder noise = new StringBuilder("x");
            for (int i = random.nextInt(60); i > 0; i--) {
                noise.appendCodePoint(random.nextInt(0x20, 0x3000));
            }

            // When
            boolean taken = check.objection(OURS, new Wording(noise.toString(), noise.toString()))
                    .isEmpty();

            // Then
            assertThat(taken).as("seed %d: %s", SEED, noise).isFalse();
        }
    }
}
