package io.homeiq.query.language;

import io.homeiq.query.language.TimePart.InPart;
import io.homeiq.query.language.TimePart.OnDays;
import io.homeiq.query.language.TimePart.Unclear;
import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads which days are meant: "every day", "on weekdays", "every monday and friday", "mondays to thursdays", "every morning". */
final class DaysReader {

    private static final Set<DayOfWeek> ALL_DAYS = Set.of(DayOfWeek.values());

    private DaysReader() {}

    static Optional<List<TimePart>> read(WordCursor words) {
        boolean every = words.take("every", "each");
        boolean on = !every && words.take("on", "only");
        words.take("on");
        if (!every && !on && words.take("daily")) {
            return Optional.of(List.of(new OnDays(ALL_DAYS)));
        }
        if (every) {
            Optional<List<TimePart>> often = often(words);
            if (often.isPresent()) {
                return often;
            }
        }
        return days(words).map(days -> {
            words.take("only");
            return withPart(days, words);
        });
    }

    private static Optional<List<TimePart>> often(WordCursor words) {
        if (words.take("day", "single")) {
            words.take("day");
            return Optional.of(withPart(ALL_DAYS, words));
        }
        Optional<DayPart> part = DayPart.named(words.word());
        if (part.isPresent()) {
            words.next();
            return Optional.of(List.of(new OnDays(ALL_DAYS), new InPart(part.get())));
        }
        boolean rhythm =
                ClockReader.length(words).isPresent() || words.take("other", "second", "week", "month", "year");
        return rhythm
                ? Optional.of(
                        List.of(new Unclear("I cannot repeat something in such a rhythm yet, only by day and week")))
                : Optional.empty();
    }

    /** "monday morning" is the morning of that day. */
    private static List<TimePart> withPart(Set<DayOfWeek> days, WordCursor words) {
        Optional<DayPart> part = DayPart.named(words.word());
        if (part.isEmpty()) {
            return List.of(new OnDays(days));
        }
        words.next();
        return List.of(new OnDays(days), new InPart(part.get()));
    }

    private static Optional<Set<DayOfWeek>> days(WordCursor words) {
        if (words.take("weekday", "weekdays")) {
            return Optional.of(TimeWords.WORKDAYS);
        }
        if (words.take("weekend", "weekends")) {
            return Optional.of(TimeWords.WEEKEND);
        }
        Optional<DayOfWeek> first = day(words);
        if (first.isEmpty()) {
            return Optional.empty();
        }
        Set<DayOfWeek> days = EnumSet.of(first.get());
        DayOfWeek last = first.get();
        while (true) {
            boolean span = words.take("to", "through", "till", "until");
            Optional<DayOfWeek> next = span ? day(words) : words.attempt(DaysReader::another);
            if (next.isEmpty()) {
                return Optional.of(days);
            }
            for (DayOfWeek day = last; span && day != next.get(); day = day.plus(1)) {
                days.add(day);
            }
            days.add(next.get());
            last = next.get();
        }
    }

    private static Optional<DayOfWeek> another(WordCursor words) {
        words.take(",");
        words.take("and", "or");
        words.take("on", "every");
        return day(words);
    }

    private static Optional<DayOfWeek> day(WordCursor words) {
        Optional<DayOfWeek> day = TimeWords.day(words.word());
        if (day.isPresent()) {
            words.next();
        }
        return day;
    }
}
