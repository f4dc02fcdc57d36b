package io.homeiq.query.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Whatever is said with a word of time is not done at once. */
class NeverAtOnceTest {

    private static final List<String> COMMANDS = List.of(
            "turn on the porch light",
            "turn the hall light off",
            "open the blinds",
            "set the floor lamp to 40%",
            "kitchen lights on",
            "lock the front door",
            "pause the tv",
            "activate the movie scene",
            "turn off all lights",
            "turn on the night light");

    private static final List<String> TIMES = List.of(
            "at sunset",
            "at 7",
            "at 7 pm",
            "at 23:30",
            "23:30",
            "7am",
            "at half past six",
            "at quarter to nine in the evening",
            "at noon",
            "at midnight",
            "in the morning",
            "every morning",
            "every day",
            "daily",
            "on weekdays",
            "on mondays",
            "on Saturday and Sunday",
            "tomorrow",
            "tonight",
            "today",
            "later",
            "soon",
            "in 10 minutes",
            "in an hour",
            "for 5 minutes",
            "30 minutes before sunset",
            "after dark",
            "after 22:00",
            "before sunrise",
            "between 22:00 and 6:00",
            "from sunset until sunrise",
            "until 9",
            "when the front door opens",
            "when Ann comes home",
            "if there is motion in the hallway",
            "if it is dark",
            "as soon as it gets dark",
            "once the tv is on",
            "whenever someone leaves",
            "every time the front door opens",
            "every 5 minutes",
            "each night",
            "next week",
            "in december",
            "at bedtime",
            "while I am away",
            "unless nobody is home",
            "at 25:99",
            "after a while",
            "at dawn",
            "at the weekend",
            "in summer");

    private final Interpreter house = new Interpreter(new HomeNames(SampleHomes.house(), List.of()));

    @Test
    void everyCommandWaitsForItsTime() {
        for (String command : COMMANDS) {
            for (String time : TIMES) {
                for (String sentence : List.of(
                        command + " " + time, time + " " + command, time + ", " + command, command + ", " + time)) {
                    assertThat(house.understand(sentence)).as(sentence).isNotInstanceOf(Meaning.Act.class);
                }
            }
        }
    }

    @Test
    void twoTimesAreNoCommandEither() {
        // Given
        SplittableRandom random = new SplittableRandom(20260301);

        for (int i = 0; i < 1_000; i++) {
            String sentence = one(random, TIMES) + " " + one(random, COMMANDS) + " " + one(random, TIMES);

            // When
            Meaning meaning = house.understand(sentence);

            // Then
            assertThat(meaning).as(sentence).isNotInstanceOf(Meaning.Act.class);
        }
    }

    @Test
    void wordsInAnyOrderAreAlwaysUnderstoodOrRefused() {
        // Given
        SplittableRandom random = new SplittableRandom(20260302);
        List<String> words = Sentence.of(String.join(" ", COMMANDS) + " " + String.join(" ", TIMES) + " is are what to")
                .words();

        for (int i = 0; i < 2_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(1, 9); length > 0; length--) {
                text.append(one(random, words)).append(' ');
            }

            // When
            Meaning meaning = house.understand(text.toString());

            // Then
            assertThat(meaning).as(text.toString()).isNotNull();
        }
    }

    private static String one(SplittableRandom random, List<String> some) {
        return some.get(random.nextInt(some.size()));
    }
}
