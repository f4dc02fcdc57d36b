package io.homeiq.homeassistant.template.function;

import io.homeiq.homeassistant.template.python.Moment;
import io.homeiq.homeassistant.template.python.Numbers;
import io.homeiq.homeassistant.template.python.PythonError;
import io.homeiq.homeassistant.template.python.Strptime;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Points in time and durations as Home Assistant reads and tells them. */
final class TimeText {

    private static final Pattern MOMENT = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})[T ](\\d{1,2}):(\\d{1,2})"
            + "(?::(\\d{1,2})(?:[.,](\\d{1,6})\\d*)?)?(Z|[+-]\\d{2}(?::?\\d{2}(?::?\\d{2})?)?)?");
    private static final Pattern SHORT = Pattern.compile("(\\d{4})-?(\\d{2})(?:-?(\\d{2}))?"
            + "(?:[T ](\\d{2})(?::?(\\d{2})(?::?(\\d{2})(?:[.,](\\d{1,6})\\d*)?)?)?(Z|[+-]\\d{2}(?::?\\d{2})?)?)?");
    private static final Pattern DURATION = Pattern.compile(
            "(?:(-?\\d+) days?, ?)?(-?)(?:(\\d+):(?=\\d+:\\d+))?(?:(\\d+):)?(\\d+)(?:[.,](\\d{1,6})\\d{0,6})?");
    private static final Pattern ISO = Pattern.compile(
            "([-+]?)P(?:(\\d+(?:[.,]\\d+)?)D)?(?:T(?:(\\d+(?:[.,]\\d+)?)H)?(?:(\\d+(?:[.,]\\d+)?)M)?(?:(\\d+(?:[.,]\\d+)?)S)?)?");
    private static final List<String> UNITS = List.of("year", "month", "day", "hour", "minute", "second");
    private static final long[] SECONDS = {31_536_000, 2_592_000, 86_400, 3_600, 60, 1};

    private TimeText() {}

    /** Null if the text is none; naive without an offset. */
    static @Nullable Moment moment(String text) {
        var match = SHORT.matcher(text);
        if (!match.matches()) {
            match = MOMENT.matcher(text);
            if (!match.matches()) {
                return null;
            }
        }
        try {
            var date = LocalDate.of(number(match, 1, 0), number(match, 2, 1), number(match, 3, 1));
            var fraction = match.group(7) == null ? "0" : (match.group(7) + "00000").substring(0, 6);
            var time = LocalTime.of(
                    number(match, 4, 0), number(match, 5, 0), number(match, 6, 0), Integer.parseInt(fraction) * 1_000);
            return new Moment(LocalDateTime.of(date, time), zone(match.group(8)), false);
        } catch (DateTimeException e) {
            if (match.pattern() == SHORT && !MOMENT.matcher(text).matches()) {
                return null;
            }
            throw PythonError.value("a date or time is out of range: " + text);
        }
    }

    private static int number(Matcher match, int group, int otherwise) {
        return match.group(group) == null ? otherwise : Integer.parseInt(match.group(group));
    }

    private static @Nullable ZoneId zone(@Nullable String text) {
        if (text == null) {
            return null;
        }
        return text.equals("Z") ? ZoneOffset.UTC : Strptime.offset(text);
    }

    /** {@code 7:30} or {@code 07:30:15}; null if it is none. */
    static @Nullable LocalTime clock(String text) {
        var parts = text.split(":", -1);
        if (parts.length < 2) {
            return null;
        }
        var numbers = new int[3];
        for (var i = 0; i < Math.min(3, parts.length); i++) {
            if (!(Numbers.parseInteger(parts[i], 10) instanceof Long number) || number < 0 || number > 59) {
                return null;
            }
            numbers[i] = number.intValue();
        }
        return numbers[0] > 23 ? null : LocalTime.of(numbers[0], numbers[1], numbers[2]);
    }

    /** Null if the text is none. */
    static @Nullable Duration duration(String text) {
        var iso = ISO.matcher(text);
        if (iso.matches()) {
            var seconds = part(iso, 2, 86_400)
                    .add(part(iso, 3, 3_600))
                    .add(part(iso, 4, 60))
                    .add(part(iso, 5, 1));
            var duration = ofSeconds(seconds);
            return iso.group(1).equals("-") ? duration.negated() : duration;
        }
        var match = DURATION.matcher(text);
        if (!match.matches()) {
            return null;
        }
        var seconds = part(match, 3, 3_600).add(part(match, 4, 60)).add(part(match, 5, 1));
        if (match.group(6) != null) {
            seconds = seconds.add(new BigDecimal("0." + match.group(6)));
        }
        var within = ofSeconds(seconds);
        var days = match.group(1) == null ? Duration.ZERO : Duration.ofDays(Long.parseLong(match.group(1)));
        return days.plus(match.group(2).equals("-") ? within.negated() : within);
    }

    private static BigDecimal part(Matcher match, int group, long factor) {
        var text = match.group(group);
        return text == null
                ? BigDecimal.ZERO
                : new BigDecimal(text.replace(',', '.')).multiply(BigDecimal.valueOf(factor));
    }

    private static Duration ofSeconds(BigDecimal seconds) {
        return Duration.ofNanos(
                seconds.movePointRight(6).setScale(0, RoundingMode.HALF_EVEN).longValueExact() * 1_000);
    }

    /**
     * A duration in words, such as {@code 2 hours 5 minutes}.
     *
     * @param precision how many units at most, the last one rounded; 0 for all
     */
    static String spoken(Duration duration, long precision) {
        var total = Math.round(Math.rint(duration.getSeconds() + duration.getNano() / 1e9));
        if (total == 0) {
            return "0 seconds";
        }
        var rest = rounded(total, precision);
        var words = new ArrayList<String>();
        for (var i = 0; i < SECONDS.length; i++) {
            if (rest < SECONDS[i]) {
                continue;
            }
            var last = words.size() + 1 == precision;
            var count = last ? Math.round(Math.rint((double) rest / SECONDS[i])) : rest / SECONDS[i];
            words.add(count + " " + UNITS.get(i) + (count == 1 ? "" : "s"));
            if (last) {
                break;
            }
            rest -= count * SECONDS[i];
        }
        return String.join(" ", words);
    }

    /** Rounded to the last unit that will be told, so that it carries over; twelve months are a year. */
    private static long rounded(long total, long precision) {
        var rest = total;
        var units = 0;
        for (var unit : SECONDS) {
            if (rest < unit) {
                continue;
            }
            if (++units == precision) {
                var months = total % SECONDS[0] / SECONDS[1];
                var rounded = total + Math.round(Math.rint((double) rest / unit)) * unit - rest;
                var roundedMonths = rounded % SECONDS[0] / SECONDS[1];
                return roundedMonths >= 12 && (months < 12 || unit == SECONDS[1])
                        ? rounded + SECONDS[0] - rounded % SECONDS[0]
                        : rounded;
            }
            rest %= unit;
        }
        return total;
    }
}
