package io.homeiq.homeassistant.template.python;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoField;

/** Attributes of {@code date}, {@code time} and {@code timedelta}. */
final class TimeMethods {

    static final Methods<LocalDate> DATE = new Methods<LocalDate>(
                    "date",
                    "ctime fromisocalendar fromisoformat fromordinal fromtimestamp isocalendar max min resolution strptime"
                            + " timetuple today")
            .field("year", date -> (long) date.getYear())
            .field("month", date -> (long) date.getMonthValue())
            .field("day", date -> (long) date.getDayOfMonth())
            .method("weekday", "", (date, a) -> date.getDayOfWeek().getValue() - 1L)
            .method("isoweekday", "", (date, a) -> (long) date.getDayOfWeek().getValue())
            .method("toordinal", "", (date, a) -> MomentMethods.ordinal(date))
            .method("isoformat", "", (date, a) -> date.toString())
            .method("strftime", "format", (date, a) -> Strftime.format(date, a.text(0)))
            .method("replace", "year? month? day?", TimeMethods::replaced);

    static final Methods<LocalTime> TIME = new Methods<LocalTime>(
                    "time", "dst fold fromisoformat max min replace resolution strptime tzinfo tzname utcoffset")
            .field("hour", time -> (long) time.getHour())
            .field("minute", time -> (long) time.getMinute())
            .field("second", time -> (long) time.getSecond())
            .field("microsecond", time -> (long) time.get(ChronoField.MICRO_OF_SECOND))
            .method("isoformat", "", (time, a) -> MomentText.clock(time))
            .method("strftime", "format", (time, a) -> Strftime.format(time, a.text(0)));

    static final Methods<Duration> DURATION = new Methods<Duration>("timedelta", "max min resolution")
            .field("days", Durations::days)
            .field("seconds", Durations::seconds)
            .field("microseconds", duration -> (long) Durations.microseconds(duration))
            .method("total_seconds", "", (duration, a) -> Durations.totalSeconds(duration));

    private TimeMethods() {}

    private static Object replaced(LocalDate date, Signature.Arguments a) {
        try {
            return LocalDate.of(
                    (int) Numbers.index(a.or(0, (long) date.getYear())),
                    (int) Numbers.index(a.or(1, (long) date.getMonthValue())),
                    (int) Numbers.index(a.or(2, (long) date.getDayOfMonth())));
        } catch (DateTimeException e) {
            throw PythonError.value("day is out of range for month");
        }
    }
}
