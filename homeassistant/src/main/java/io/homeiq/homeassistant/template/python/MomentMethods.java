package io.homeiq.homeassistant.template.python;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;

/** Attributes of {@code datetime}. */
final class MomentMethods {

    static final Methods<Moment> ALL = new Methods<Moment>(
            "datetime",
            "combine ctime dst fromisocalendar fromisoformat fromordinal fromtimestamp isocalendar max min now resolution"
                    + " strptime timetuple timetz today tzname utcfromtimestamp utcnow utctimetuple");

    static {
        ALL.field("year", moment -> (long) moment.local().getYear());
        ALL.field("month", moment -> (long) moment.local().getMonthValue());
        ALL.field("day", moment -> (long) moment.local().getDayOfMonth());
        ALL.field("hour", moment -> (long) moment.local().getHour());
        ALL.field("minute", moment -> (long) moment.local().getMinute());
        ALL.field("second", moment -> (long) moment.local().getSecond());
        ALL.field("microsecond", moment -> (long) moment.local().get(ChronoField.MICRO_OF_SECOND));
        ALL.field("fold", moment -> moment.fold() ? 1L : 0L);
        ALL.field("tzinfo", moment -> moment.zone() == null ? None.NONE : new Zone(moment.zone()));
        ALL.method("date", "", (moment, a) -> moment.local().toLocalDate());
        ALL.method("time", "", (moment, a) -> moment.local().toLocalTime());
        ALL.method("weekday", "", (moment, a) -> moment.local().getDayOfWeek().getValue() - 1L);
        ALL.method("isoweekday", "", (moment, a) ->
                (long) moment.local().getDayOfWeek().getValue());
        ALL.method("toordinal", "", (moment, a) -> ordinal(moment.local().toLocalDate()));
        ALL.method("strftime", "format", (moment, a) -> Strftime.format(moment, a.text(0)));
        ALL.method("isoformat", "sep? timespec?", (moment, a) -> iso(moment, a));
        ALL.method("timestamp", "", (moment, a) -> timestamp(moment));
        ALL.method("utcoffset", "", (moment, a) -> {
            var offset = moment.offset();
            return offset == null ? None.NONE : Duration.ofSeconds(offset.getTotalSeconds());
        });
        ALL.method("astimezone", "tz?", (moment, a) -> in(moment, a));
        ALL.method(
                "replace",
                "year? month? day? hour? minute? second? microsecond? tzinfo? fold?",
                MomentMethods::replaced);
    }

    private MomentMethods() {}

    /** A time zone as a value of its own. */
    record Zone(ZoneId id) {}

    /** Days since the year 1, which is day 1. */
    static long ordinal(LocalDate date) {
        return date.toEpochDay() - LocalDate.of(1, 1, 1).toEpochDay() + 1;
    }

    private static Object timestamp(Moment moment) {
        if (moment.zone() == null) {
            throw new Unsupported("timestamp() of a time without a zone");
        }
        return seconds(moment);
    }

    /** Seconds since 1970, exact to the microsecond. */
    static double seconds(Moment moment) {
        var instant = moment.instant(ZoneOffset.UTC);
        return Durations.totalSeconds(Duration.ofSeconds(instant.getEpochSecond(), instant.getNano()));
    }

    private static Object iso(Moment moment, Signature.Arguments arguments) {
        var separator = arguments.has(0) ? arguments.text(0).charAt(0) : 'T';
        if (!arguments.has(1)) {
            return MomentText.iso(moment, separator);
        }
        var date = MomentText.iso(moment, separator).substring(0, 11);
        var clock = MomentText.clock(moment.local().toLocalTime().withNano(0));
        var micros = "%06d".formatted(moment.local().get(ChronoField.MICRO_OF_SECOND));
        var time = switch (arguments.text(1)) {
            case "auto" -> MomentText.clock(moment.local().toLocalTime());
            case "hours" -> clock.substring(0, 2);
            case "minutes" -> clock.substring(0, 5);
            case "seconds" -> clock;
            case "milliseconds" -> clock + "." + micros.substring(0, 3);
            case "microseconds" -> clock + "." + micros;
            default -> throw PythonError.value("Unknown timespec value");
        };
        return date + time + MomentText.offset(moment.offset(), ":");
    }

    private static Object in(Moment moment, Signature.Arguments arguments) {
        if (!(arguments.or(0, None.NONE) instanceof Zone zone) || moment.zone() == null) {
            throw new Unsupported("astimezone() without a zone");
        }
        return moment.in(zone.id(), zone.id());
    }

    private static Object replaced(Moment moment, Signature.Arguments a) {
        var zone = moment.zone();
        if (a.has(7)) {
            zone = a.get(7) instanceof Zone given ? given.id() : null;
            if (zone == null && a.get(7) != None.NONE) {
                throw PythonError.type("tzinfo argument must be None or of a tzinfo subclass");
            }
        }
        var old = moment.local();
        try {
            var date = LocalDate.of(
                    number(a, 0, old.getYear()), number(a, 1, old.getMonthValue()), number(a, 2, old.getDayOfMonth()));
            var time = LocalTime.of(
                    number(a, 3, old.getHour()),
                    number(a, 4, old.getMinute()),
                    number(a, 5, old.getSecond()),
                    Math.multiplyExact(number(a, 6, old.getNano() / 1_000), 1_000));
            var fold = a.has(8) ? Values.isTrue(a.get(8)) : moment.fold();
            return new Moment(LocalDateTime.of(date, time), zone, fold);
        } catch (DateTimeException | ArithmeticException e) {
            throw PythonError.value("value is out of range");
        }
    }

    private static int number(Signature.Arguments arguments, int position, int otherwise) {
        return (int) Numbers.index(arguments.or(position, (long) otherwise));
    }
}
