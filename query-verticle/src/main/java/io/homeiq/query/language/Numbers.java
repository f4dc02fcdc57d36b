package io.homeiq.query.language;

import java.util.Map;
import java.util.OptionalInt;

/** Numbers in digits and in words. */
final class Numbers {

    private static final Map<String, Integer> WORDS = Map.ofEntries(
            Map.entry("one", 1),
            Map.entry("two", 2),
            Map.entry("three", 3),
            Map.entry("four", 4),
            Map.entry("five", 5),
            Map.entry("six", 6),
            Map.entry("seven", 7),
            Map.entry("eight", 8),
            Map.entry("nine", 9),
            Map.entry("ten", 10),
            Map.entry("eleven", 11),
            Map.entry("twelve", 12),
            Map.entry("fifteen", 15),
            Map.entry("twenty", 20),
            Map.entry("thirty", 30),
            Map.entry("forty", 40),
            Map.entry("sixty", 60),
            Map.entry("ninety", 90));

    /** Longer ones are no number of a household. */
    private static final int MAX_DIGITS = 6;

    private Numbers() {}

    /** A whole number of zero or more. */
    static OptionalInt whole(String word) {
        if (isDigits(word)) {
            return OptionalInt.of(Integer.parseInt(word));
        }
        Integer named = WORDS.get(word);
        return named == null ? OptionalInt.empty() : OptionalInt.of(named);
    }

    static boolean isDecimal(String word) {
        int point = word.indexOf('.');
        return point < 0 ? isDigits(word) : isDigits(word.substring(0, point)) && isDigits(word.substring(point + 1));
    }

    static boolean isDigits(String word) {
        return !word.isEmpty() && word.length() <= MAX_DIGITS && word.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
