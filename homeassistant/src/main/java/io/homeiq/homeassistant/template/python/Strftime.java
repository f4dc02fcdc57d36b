package io.homeiq.homeassistant.template.python;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.util.Locale;

/** Python's {@code strftime} in the C locale, as the library of Linux does it. */
public final class Strftime {

    private Strftime() {}

    public static String format(Moment moment, String format) {
        var text = new StringBuilder();
        for (var at = 0; at < format.length(); at++) {
            var c = format.charAt(at);
            if (c != '%' || at + 1 == format.length()) {
                text.append(c);
                continue;
            }
            var code = format.charAt(++at);
            if (code == '-' && at + 1 < format.length()) {
                var value = one(moment, format.charAt(++at));
                text.append(value.replaceFirst("^[0 ]+(?=.)", ""));
            } else if (code == ':' && at + 1 < format.length() && format.charAt(at + 1) == 'z') {
                at++;
                text.append(MomentText.offset(moment.offset(), ":"));
            } else {
                text.append(one(moment, code));
            }
        }
        return text.toString();
    }

    public static String format(LocalDate date, String format) {
        return format(new Moment(date.atStartOfDay(), null, false), format);
    }

    public static String format(LocalTime time, String format) {
        return format(new Moment(LocalDateTime.of(LocalDate.of(1900, 1, 1), time), null, false), format);
    }

    private static String one(Moment moment, char code) {
        return switch (code) {
            case 's' -> throw new Unsupported("strftime seconds since 1970");
            case 'D' -> format(moment, "%m/%d/%y");
            case 'F' -> format(moment, "%Y-%m-%d");
            case 'T', 'X' -> format(moment, "%H:%M:%S");
            case 'R' -> format(moment, "%H:%M");
            case 'r' -> format(moment, "%I:%M:%S %p");
            case 'c' -> format(moment, "%a %b %e %H:%M:%S %Y");
            case 'x' -> format(moment, "%m/%d/%y");
            case 'z' -> MomentText.offset(moment.offset(), "");
            case 'Z' -> zone(moment);
            case 'n' -> "\n";
            case 't' -> "\t";
            case '%' -> "%";
            default -> date(moment.local(), code);
        };
    }

    private static String zone(Moment moment) {
        if (moment.zone() == null) {
            return "";
        }
        if (ZoneOffset.UTC.equals(moment.zone())) {
            return "UTC";
        }
        throw new Unsupported("strftime %Z");
    }

    private static String date(LocalDateTime time, char code) {
        return switch (code) {
            case 'Y' -> String.valueOf(time.getYear());
            case 'y' -> two(time.getYear() % 100);
            case 'C' -> two(time.getYear() / 100);
            case 'G' -> String.valueOf(time.get(IsoFields.WEEK_BASED_YEAR));
            case 'g' -> two(time.get(IsoFields.WEEK_BASED_YEAR) % 100);
            case 'm' -> two(time.getMonthValue());
            case 'd' -> two(time.getDayOfMonth());
            case 'e' -> "%2d".formatted(time.getDayOfMonth());
            case 'j' -> "%03d".formatted(time.getDayOfYear());
            case 'V' -> two(time.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
            case 'U' -> two((time.getDayOfYear() + 6 - time.getDayOfWeek().getValue() % 7) / 7);
            case 'W' -> two((time.getDayOfYear() + 6 - (time.getDayOfWeek().getValue() + 6) % 7) / 7);
            case 'u' -> String.valueOf(time.getDayOfWeek().getValue());
            case 'w' -> String.valueOf(time.getDayOfWeek().getValue() % 7);
            case 'a' ->
                time.getDayOfWeek()
                        .getDisplayName(TextStyle.FULL, Locale.ENGLISH)
                        .substring(0, 3);
            case 'A' -> time.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
            case 'b', 'h' ->
                time.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH).substring(0, 3);
            case 'B' -> time.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
            default -> clock(time, code);
        };
    }

    private static String clock(LocalDateTime time, char code) {
        return switch (code) {
            case 'H' -> two(time.getHour());
            case 'k' -> "%2d".formatted(time.getHour());
            case 'I' -> two(time.get(ChronoField.CLOCK_HOUR_OF_AMPM));
            case 'l' -> "%2d".formatted(time.get(ChronoField.CLOCK_HOUR_OF_AMPM));
            case 'M' -> two(time.getMinute());
            case 'S' -> two(time.getSecond());
            case 'f' -> "%06d".formatted(time.getNano() / 1_000);
            case 'p' -> time.getHour() < 12 ? "AM" : "PM";
            case 'P' -> time.getHour() < 12 ? "am" : "pm";
            default -> throw new Unsupported("strftime %" + code);
        };
    }

    private static String two(int number) {
        return "%02d".formatted(number);
    }
}
