package io.homeiq.homeassistant.source;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Times as Home Assistant writes them, {@code 2026-03-01T06:45:02.123456+00:00}, as microseconds since 1970 in UTC.
 * Any offset, {@code Z}, a space for the {@code T} and up to nine places after the second are understood. Remembers the
 * last day; not thread-safe.
 */
final class TimeText {

    /** What is no time at all. */
    static final long NONE = Long.MIN_VALUE;

    /** What lies before or after can only be a clock that was never set: no Home Assistant ran then. */
    private static final long EARLIEST = Instant.parse("2000-01-01T00:00:00Z").getEpochSecond() * 1_000_000;

    private static final long LATEST = Instant.parse("2100-01-01T00:00:00Z").getEpochSecond() * 1_000_000;

    private static final long DAY_SECONDS = 86_400;

    /** With a place for what would come after it. */
    private static final int LONGEST = "2026-03-01T06:45:02.123456+00:00".length() + 1;

    private static final int SHORTEST = "2026-03-01T06:45:02Z".length();

    private int lastDate;
    private long lastEpochDay;

    /** Whether a history can hold this time. */
    static boolean isPossible(long micros) {
        return micros >= EARLIEST && micros < LATEST;
    }

    static Instant instant(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1_000L);
    }

    static long micros(Instant instant) {
        return instant.getEpochSecond() * 1_000_000L + instant.getNano() / 1_000;
    }

    /** The time as Home Assistant's Python writes it: microseconds only if there are any. */
    static String text(Instant instant) {
        long seconds = instant.getEpochSecond();
        LocalDate date = LocalDate.ofEpochDay(Math.floorDiv(seconds, DAY_SECONDS));
        int second = (int) Math.floorMod(seconds, DAY_SECONDS);
        int micros = instant.getNano() / 1_000;
        // One by one into bytes, since an export has four of them in each of millions of lines.
        byte[] text = new byte[LONGEST];
        int at = number(text, 0, date.getYear(), 4, '-');
        at = number(text, at, date.getMonthValue(), 2, '-');
        at = number(text, at, date.getDayOfMonth(), 2, 'T');
        at = number(text, at, second / 3_600, 2, ':');
        at = number(text, at, second / 60 % 60, 2, ':');
        at = number(text, at, second % 60, 2, micros == 0 ? '+' : '.');
        if (micros != 0) {
            at = number(text, at, micros, 6, '+');
        }
        at = number(text, at, 0, 2, ':');
        at = number(text, at, 0, 2, ' ');
        return new String(text, 0, at - 1, StandardCharsets.ISO_8859_1);
    }

    /** Writes a number with leading zeros and what comes after it; tells where the next goes. */
    private static int number(byte[] text, int at, int number, int digits, char next) {
        int rest = number;
        for (int i = at + digits - 1; i >= at; i--) {
            text[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        text[at + digits] = (byte) next;
        return at + digits + 1;
    }

    long micros(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return micros(bytes, 0, bytes.length);
    }

    /** Microseconds since 1970, or {@link #NONE}. */
    long micros(byte[] b, int from, int to) {
        if (to - from < SHORTEST || b[from + 4] != '-' || b[from + 7] != '-' || !isDateEnd(b[from + 10])) {
            return NONE;
        }
        if (b[from + 13] != ':' || b[from + 16] != ':') {
            return NONE;
        }
        int year = number(b, from, 4);
        int month = number(b, from + 5, 2);
        int day = number(b, from + 8, 2);
        int hour = number(b, from + 11, 2);
        int minute = number(b, from + 14, 2);
        int second = number(b, from + 17, 2);
        if ((year | month | day | hour | minute | second) < 0 || hour > 23 || minute > 59 || second > 59) {
            return NONE;
        }
        long epochDay = epochDay(year, month, day);
        long secondOfDay = (hour * 60L + minute) * 60L + second;
        return epochDay == NONE ? NONE : tail(b, from + 19, to, epochDay * 86_400L + secondOfDay);
    }

    private static boolean isDateEnd(byte next) {
        return next == 'T' || next == ' ' || next == 't';
    }

    private long epochDay(int year, int month, int day) {
        int date = (year * 100 + month) * 100 + day;
        if (date != lastDate) {
            try {
                lastEpochDay = LocalDate.of(year, month, day).toEpochDay();
            } catch (DateTimeException impossible) {
                return NONE;
            }
            lastDate = date;
        }
        return lastEpochDay;
    }

    /** Adds what follows the second: a fraction and the offset, which must be there. */
    private static long tail(byte[] b, int from, int to, long localSeconds) {
        int at = from;
        long micros = 0;
        if (at < to && b[at] == '.') {
            long unit = 100_000;
            at++;
            int digits = at;
            while (at < to && b[at] >= '0' && b[at] <= '9') {
                micros += (b[at] - '0') * unit;
                unit /= 10;
                at++;
            }
            if (at == digits || at - digits > 9) {
                return NONE;
            }
        }
        long offset = offset(b, at, to);
        return offset == NONE ? NONE : (localSeconds - offset) * 1_000_000 + micros;
    }

    private static long offset(byte[] b, int at, int to) {
        int length = to - at;
        if (length == 1 && (b[at] == 'Z' || b[at] == 'z')) {
            return 0;
        }
        if (length < 3 || b[at] != '+' && b[at] != '-') {
            return NONE;
        }
        int hours = number(b, at + 1, 2);
        int minutes = switch (length) {
            case 3 -> 0;
            case 5 -> number(b, at + 3, 2);
            case 6 -> b[at + 3] == ':' ? number(b, at + 4, 2) : -1;
            default -> -1;
        };
        if ((hours | minutes) < 0 || hours > 18 || minutes > 59) {
            return NONE;
        }
        long seconds = hours * 3_600L + minutes * 60L;
        return b[at] == '-' ? -seconds : seconds;
    }

    private static int number(byte[] b, int from, int digits) {
        int number = 0;
        for (int i = from; i < from + digits; i++) {
            int digit = b[i] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }
}
