package io.homeiq.query.language;

import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Words that speak of time. What holds one of them, outside a name, is never done at once. */
final class TimeWords {

    static final Set<DayOfWeek> WORKDAYS = Set.copyOf(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY));
    static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    private static final Set<String> WORDS = Set.of(
            "second",
            "minute",
            "hour",
            "day",
            "week",
            "month",
            "year",
            "weekday",
            "weekend",
            "today",
            "tonight",
            "tomorrow",
            "yesterday",
            "morning",
            "noon",
            "afternoon",
            "evening",
            "night",
            "midnight",
            "overnight",
            "sunset",
            "sunrise",
            "dusk",
            "dawn",
            "dark",
            "nightfall",
            "sundown",
            "sunup",
            "daylight",
            "daily",
            "nightly",
            "weekly",
            "hourly",
            "monthly",
            "always",
            "never",
            "when",
            "whenever",
            "if",
            "once",
            "unless",
            "until",
            "till",
            "while",
            "after",
            "before",
            "during",
            "between",
            "later",
            "soon",
            "since",
            "oclock",
            "am",
            "pm",
            "min",
            "sec",
            "h",
            "time",
            "moment",
            "past",
            "next",
            "ago",
            "then",
            "afterward",
            "already",
            "january",
            "february",
            "march",
            "april",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december",
            "spring",
            "summer",
            "autumn",
            "winter",
            "christmas",
            "bedtime",
            "schedule",
            "scheduled",
            "delay",
            "wait",
            "holiday",
            "birthday",
            "twice");

    private TimeWords() {}

    static boolean isOne(String word) {
        String singular = WordForms.singular(word);
        return WORDS.contains(word) || WORDS.contains(singular) || day(word).isPresent() || word.indexOf(':') > 0;
    }

    /** A day of the week, also in the plural and by its first three letters. */
    static Optional<DayOfWeek> day(String word) {
        String singular = WordForms.singular(word);
        for (DayOfWeek day : DayOfWeek.values()) {
            String name = day.name().toLowerCase(Locale.ROOT);
            boolean isShort = singular.length() >= 3 && singular.length() <= 5 && name.startsWith(singular);
            if (name.equals(singular) || isShort && !singular.equals("sun") && !singular.equals("mon")) {
                return Optional.of(day);
            }
        }
        return Optional.empty();
    }
}
