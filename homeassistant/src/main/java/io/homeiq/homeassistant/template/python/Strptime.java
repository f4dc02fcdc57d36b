package io.homeiq.homeassistant.template.python;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Python's {@code datetime.strptime} in the C locale. */
public final class Strptime {

    private static final List<String> MONTHS = List.of(
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december");
    private static final List<String> DAYS =
            List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");
    private static final Map<Character, String> CODES = Map.ofEntries(
            Map.entry('Y', "(?<Y>\\d\\d\\d\\d)"),
            Map.entry('y', "(?<y>\\d\\d)"),
            Map.entry('m', "(?<m>1[0-2]|0[1-9]|[1-9])"),
            Map.entry('d', "(?<d>3[01]|[12]\\d|0[1-9]|[1-9]| [1-9])"),
            Map.entry('H', "(?<H>2[0-3]|[01]\\d|\\d)"),
            Map.entry('I', "(?<I>1[0-2]|0[1-9]|[1-9]| [1-9])"),
            Map.entry('M', "(?<M>[0-5]\\d|\\d)"),
            Map.entry('S', "(?<S>6[01]|[0-5]\\d|\\d)"),
            Map.entry('f', "(?<f>\\d{1,6})"),
            Map.entry('p', "(?<p>am|pm)"),
            Map.entry('z', "(?<z>[+-]\\d\\d:?[0-5]\\d(?::?[0-5]\\d)?|z)"),
            Map.entry('b', "(?<b>" + names(MONTHS, 3) + ")"),
            Map.entry('B', "(?<B>" + names(MONTHS, 20) + ")"),
            Map.entry('a', "(?<a>" + names(DAYS, 3) + ")"),
            Map.entry('A', "(?<A>" + names(DAYS, 20) + ")"),
            Map.entry('%', "%"));

    private Strptime() {}

    private static String names(List<String> names, int length) {
        return names.stream()
                .map(n -> n.substring(0, Math.min(length, n.length())))
                .collect(Collectors.joining("|"));
    }

    /**
     * The time in a text of this format; naive unless the format has an offset.
     *
     * @throws PythonError if the text does not match
     */
    public static Moment parse(String text, String format) {
        var fields = new HashMap<Character, String>();
        var pattern = pattern(format, fields);
        var match = pattern.matcher(text);
        if (!match.matches()) {
            throw PythonError.value("time data '" + text + "' does not match format '" + format + "'");
        }
        fields.replaceAll((code, unused) -> match.group(String.valueOf(code)));
        try {
            return moment(fields);
        } catch (DateTimeException e) {
            throw PythonError.value("day is out of range for month");
        }
    }

    private static Pattern pattern(String format, Map<Character, String> fields) {
        var pattern = new StringBuilder();
        var expanded = format.replace("%T", "%H:%M:%S")
                .replace("%R", "%H:%M")
                .replace("%F", "%Y-%m-%d")
                .replace("%D", "%m/%d/%y");
        for (var at = 0; at < expanded.length(); at++) {
            var c = expanded.charAt(at);
            if (c == '%' && at + 1 < expanded.length()) {
                var code = expanded.charAt(++at);
                var known = CODES.get(code);
                if (known == null || fields.containsKey(code)) {
                    throw new Unsupported("strptime %" + code);
                }
                pattern.append(known);
                if (code != '%') {
                    fields.put(code, "");
                }
            } else if (Strings.isSpace(c)) {
                pattern.append("\\s+");
            } else {
                pattern.append(Pattern.quote(String.valueOf(c)));
            }
        }
        return Pattern.compile(pattern.toString(), Pattern.CASE_INSENSITIVE);
    }

    private static Moment moment(Map<Character, String> fields) {
        var year = fields.containsKey('y') ? century(number(fields, 'y', 0)) : number(fields, 'Y', 1900);
        var month = number(fields, 'm', 1);
        month = fields.containsKey('b') ? 1 + position(MONTHS, fields.get('b')) : month;
        month = fields.containsKey('B') ? 1 + position(MONTHS, fields.get('B')) : month;
        var local = LocalDateTime.of(year, month, number(fields, 'd', 1), hour(fields), number(fields, 'M', 0))
                .withSecond(number(fields, 'S', 0))
                .withNano(fraction(fields.get('f')));
        return new Moment(local, zone(fields.get('z')), false);
    }

    private static int number(Map<Character, String> fields, char code, int otherwise) {
        var text = fields.get(code);
        return text == null ? otherwise : Integer.parseInt(text.strip());
    }

    private static int century(int year) {
        return year < 69 ? 2000 + year : 1900 + year;
    }

    private static int position(List<String> names, @Nullable String start) {
        var lower = String.valueOf(start).toLowerCase(Locale.ROOT);
        for (var i = 0; i < names.size(); i++) {
            if (names.get(i).startsWith(lower)) {
                return i;
            }
        }
        throw new IllegalStateException("a name that the pattern let through: " + start);
    }

    private static int hour(Map<Character, String> fields) {
        if (!fields.containsKey('I')) {
            return number(fields, 'H', 0);
        }
        var hour = number(fields, 'I', 0);
        var half = String.valueOf(fields.get('p')).toLowerCase(Locale.ROOT);
        return half.equals("pm") ? hour % 12 + 12 : half.equals("am") ? hour % 12 : hour;
    }

    private static int fraction(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt((digits + "00000").substring(0, 6)) * 1_000;
    }

    private static @Nullable ZoneId zone(@Nullable String text) {
        if (text == null) {
            return null;
        }
        return text.equalsIgnoreCase("z") ? ZoneOffset.UTC : offset(text);
    }

    /** Such as {@code +0130} or {@code -01:30:15}. */
    public static ZoneOffset offset(String text) {
        var digits = text.substring(1).replace(":", "") + "0000";
        var seconds = Integer.parseInt(digits.substring(0, 2)) * 3_600
                + Integer.parseInt(digits.substring(2, 4)) * 60
                + Integer.parseInt(digits.substring(4, 6));
        if (seconds > ZoneOffset.MAX.getTotalSeconds()) {
            throw new Unsupported("an offset of more than 18 hours");
        }
        return ZoneOffset.ofTotalSeconds(text.startsWith("-") ? -seconds : seconds);
    }
}
