package io.homeiq.automation.wording;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The numbers and times of a text, each in one spelling: {@code 9:05 am} is {@code 9:05}, {@code 10 pm} is {@code 22:00},
 * {@code 30.0} is {@code 30}, {@code two} is {@code 2}.
 */
final class Figures {

    private static final Pattern FIGURE = Pattern.compile(
            "(?<![\\d.,:])(\\d{1,9})(?:([:.])(\\d{1,9}))?(?:\\s?([ap])\\.?m\\b\\.?)?", Pattern.CASE_INSENSITIVE);

    private static final Pattern WORD = Pattern.compile("\\p{L}+");

    private static final List<String> NUMBERS = List.of(
            "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve");

    /** "One" is more often no number, as in "the one that…". */
    private static final int FIRST_COUNTED = 2;

    private static final int NOON = 12;

    private Figures() {}

    static Set<String> of(String text) {
        Set<String> figures = new HashSet<>();
        Matcher matcher = FIGURE.matcher(text);
        while (matcher.find()) {
            figures.add(figure(matcher));
        }
        Matcher words = WORD.matcher(text.toLowerCase(Locale.ROOT));
        while (words.find()) {
            int value = NUMBERS.indexOf(words.group());
            if (value >= FIRST_COUNTED) {
                figures.add(Integer.toString(value));
            }
        }
        return figures;
    }

    private static String figure(Matcher matcher) {
        String half = matcher.group(4);
        String rest = matcher.group(3);
        if (half != null) {
            return time(Integer.parseInt(matcher.group(1)), rest == null ? "00" : rest, half.equalsIgnoreCase("p"));
        }
        if (rest == null) {
            return new BigDecimal(matcher.group(1)).toString();
        }
        return ":".equals(matcher.group(2))
                ? new BigDecimal(matcher.group(1)) + ":" + rest
                : new BigDecimal(matcher.group(1) + "." + rest)
                        .stripTrailingZeros()
                        .toPlainString();
    }

    private static String time(int hour, String minutes, boolean afternoon) {
        int ofDay = afternoon ? hour % NOON + NOON : hour % NOON;
        return ofDay + ":" + minutes;
    }
}
