package io.homeiq.pattern.answer;

import io.homeiq.service.http.Reply;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The frame that the older system's clients expect around every answer of patterns and synergies. */
public final class Answers {

    private Answers() {}

    /** It went well. */
    public static Reply success(Map<String, ?> data) {
        return success(data, "ok");
    }

    /** It went well, with a sentence for the person who asked. */
    public static Reply success(Map<String, ?> data, String message) {
        return Reply.ok(Map.of("success", true, "data", data, "message", message));
    }

    /** The word for a choice, as it stands in JSON. */
    public static String word(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }

    /** Numbers by the word for what was counted, in alphabetical order. */
    public static <E extends Enum<E>, N extends Number> Map<String, N> counts(Map<E, N> counts) {
        Map<String, N> byWord = new TreeMap<>();
        counts.forEach((choice, count) -> byWord.put(word(choice), count));
        return byWord;
    }
}
