package io.homeiq.query.language;

import io.homeiq.contracts.rule.SunEvent;
import io.homeiq.query.language.TimePart.AtSun;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reads "when it gets dark", "when the sun rises": occasions that are events of the sun. */
final class SunReader {

    private static final List<String> SETTING = List.of(
            "it gets dark", "it is dark", "it becomes dark", "sun sets", "sun goes down", "sun is down", "sunset");
    private static final List<String> RISING =
            List.of("it gets light", "it becomes light", "sun rises", "sun comes up", "sun is up", "sunrise");

    private SunReader() {}

    static Optional<TimePart> read(WordCursor words) {
        if (!words.takeAll("as", "soon", "as") && !words.take("when", "whenever", "once")) {
            return Optional.empty();
        }
        if (takeAny(words, SETTING)) {
            return Optional.of(new AtSun(SunEvent.SUNSET, Duration.ZERO));
        }
        return takeAny(words, RISING) ? Optional.of(new AtSun(SunEvent.SUNRISE, Duration.ZERO)) : Optional.empty();
    }

    private static boolean takeAny(WordCursor words, List<String> phrases) {
        return phrases.stream().anyMatch(phrase -> words.takeAll(phrase.split(" ", -1)));
    }
}
