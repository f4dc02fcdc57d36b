package io.homeiq.query.language;

import io.homeiq.query.language.TimePart.AtClock;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads times of the clock and lengths of time: "half past six", "quarter to 7 in the evening", "23:30", "7 pm", "half an hour". */
final class ClockReader {

    private static final int HALF_DAY = 12;
    private static final int HOURS = 24;
    private static final int MINUTES = 60;
    private static final int QUARTER = 15;

    private ClockReader() {}

    /** A time; of a bare hour it is only known by the words before it that it is one. */
    static Optional<AtClock> time(WordCursor words) {
        return words.attempt(ClockReader::named)
                .or(() -> words.attempt(ClockReader::relative))
                .or(() -> words.attempt(ClockReader::digital));
    }

    /** A time that is plainly one without any word before it: with a colon, a half of the day, or "past". */
    static Optional<AtClock> unmistakable(WordCursor words) {
        boolean marked =
                words.word().contains(":") || List.of("am", "pm", "oclock").contains(words.following());
        return marked
                ? words.attempt(ClockReader::digital)
                : words.attempt(ClockReader::relative).or(() -> words.attempt(ClockReader::named));
    }

    private static Optional<AtClock> named(WordCursor words) {
        if (words.take("noon")) {
            return Optional.of(new AtClock(LocalTime.NOON, false));
        }
        return words.take("midnight") ? Optional.of(new AtClock(LocalTime.MIDNIGHT, false)) : Optional.empty();
    }

    /** "half past six", "20 to 7". */
    private static Optional<AtClock> relative(WordCursor words) {
        int minutes;
        if (words.take("half")) {
            minutes = MINUTES / 2;
        } else if (words.take("quarter")) {
            minutes = QUARTER;
        } else {
            minutes = words.takeNumber().orElse(0);
            words.take("minute", "minutes");
        }
        boolean past = words.take("past");
        if (minutes <= 0 || minutes >= MINUTES || !past && !words.take("to")) {
            return Optional.empty();
        }
        OptionalInt hour = words.takeNumber();
        if (hour.isEmpty() || hour.getAsInt() >= HOURS) {
            return Optional.empty();
        }
        LocalTime whole = LocalTime.of(hour.getAsInt(), 0);
        return settled(whole, past ? minutes : -minutes, words);
    }

    private static Optional<AtClock> digital(WordCursor words) {
        String word = words.word();
        String[] pieces = word.split("[:.]", -1);
        OptionalInt hour = pieces.length == 2 && !pieces[1].isEmpty() ? Numbers.whole(pieces[0]) : Numbers.whole(word);
        OptionalInt minute = pieces.length == 2 ? Numbers.whole(pieces[1]) : OptionalInt.of(0);
        boolean readable = hour.isPresent()
                && minute.isPresent()
                && hour.getAsInt() < HOURS
                && minute.getAsInt() < MINUTES
                && (pieces.length < 2 || pieces[1].length() == 2);
        if (!readable) {
            return Optional.empty();
        }
        words.next();
        return settled(LocalTime.of(hour.getAsInt(), minute.getAsInt()), 0, words);
    }

    /** Which half of the day it is, by the words behind it; "07:00" and hours past noon tell it themselves. */
    private static Optional<AtClock> settled(LocalTime hour, int minutes, WordCursor words) {
        words.take("oclock");
        boolean early = hour.getHour() >= 1 && hour.getHour() <= HALF_DAY;
        if (words.take("am")) {
            return Optional.of(new AtClock(halfDay(hour, 0).plusMinutes(minutes), false));
        }
        if (words.take("pm")) {
            return Optional.of(new AtClock(halfDay(hour, HALF_DAY).plusMinutes(minutes), false));
        }
        Optional<DayPart> part = words.attempt(ClockReader::partOfDay);
        LocalTime meant = part.map(named -> named.meant(hour)).orElse(hour);
        return Optional.of(new AtClock(meant.plusMinutes(minutes), part.isEmpty() && early));
    }

    /** "in the evening", "at night". */
    static Optional<DayPart> partOfDay(WordCursor words) {
        if (!words.take("in", "at", "during")) {
            return Optional.empty();
        }
        Optional<DayPart> part = DayPart.named(words.word());
        words.next();
        return part;
    }

    private static LocalTime halfDay(LocalTime time, int start) {
        return time.getHour() > HALF_DAY ? time : time.withHour(time.getHour() % HALF_DAY + start);
    }

    /** "10 minutes", "half an hour", "an hour and a half" without its articles. */
    static Optional<Duration> length(WordCursor words) {
        return words.attempt(cursor -> {
            boolean half = cursor.take("half");
            boolean quarter = !half && cursor.takeAll("quarter", "of");
            OptionalInt number = half || quarter ? OptionalInt.empty() : cursor.takeNumber();
            Optional<Duration> unit = unit(cursor);
            if (unit.isEmpty()) {
                return Optional.empty();
            }
            Duration length = half
                    ? unit.get().dividedBy(2)
                    : quarter ? unit.get().dividedBy(4) : unit.get().multipliedBy(number.orElse(1));
            return Optional.of(
                    cursor.takeAll("and", "half") ? length.plus(unit.get().dividedBy(2)) : length);
        });
    }

    private static Optional<Duration> unit(WordCursor words) {
        if (words.take("second", "seconds", "sec")) {
            return Optional.of(Duration.ofSeconds(1));
        }
        if (words.take("minute", "minutes", "min", "mins")) {
            return Optional.of(Duration.ofMinutes(1));
        }
        return words.take("hour", "hours", "h") ? Optional.of(Duration.ofHours(1)) : Optional.empty();
    }
}
