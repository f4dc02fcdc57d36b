package io.homeiq.homeassistant.template.function;

import static io.homeiq.homeassistant.template.function.Registry.ofHome;

import io.homeiq.homeassistant.template.python.Durations;
import io.homeiq.homeassistant.template.python.Moment;
import io.homeiq.homeassistant.template.python.None;
import io.homeiq.homeassistant.template.python.Numbers;
import io.homeiq.homeassistant.template.python.PythonError;
import io.homeiq.homeassistant.template.python.Strftime;
import io.homeiq.homeassistant.template.python.Strings;
import io.homeiq.homeassistant.template.python.Strptime;
import io.homeiq.homeassistant.template.python.Text;
import io.homeiq.homeassistant.template.python.Undefined;
import io.homeiq.homeassistant.template.python.Values;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;

/** What templates do with points in time. */
final class TimeFunctions {

    private static final String USUAL_FORMAT = "%Y-%m-%d %H:%M:%S";
    private static final long MAX_SECOND = 253_402_300_799L;
    private static final long MIN_SECOND = -62_135_596_800L;

    private TimeFunctions() {}

    static void register(Registry registry) {
        registry.global("now", "", ofHome("now", call -> call.home().now()));
        registry.global("utcnow", "", ofHome("utcnow", call -> call.home().utcNow()));
        registry.both("today_at", "time_str?", ofHome("today_at", TimeFunctions::todayAt));
        registry.both("as_timestamp", "value default?", TimeFunctions::timestamp);
        registry.both("as_datetime", "value default?", TimeFunctions::moment);
        registry.both("as_local", "value", TimeFunctions::local);
        registry.both("as_timedelta", "value", call -> {
            var duration = TimeText.duration(Strings.of(call.get(0)));
            return duration == null ? None.NONE : duration;
        });
        registry.global(
                "strptime",
                "string fmt default?",
                call -> Conversions.orDefault(
                        "strptime", call, 2, () -> Strptime.parse(Strings.of(call.get(0)), Strings.of(call.get(1)))));
        registry.global(
                "timedelta",
                "days? seconds? microseconds? milliseconds? minutes? hours? weeks?",
                TimeFunctions::timedelta);
        registry.filter(
                "timestamp_custom",
                "value date_format? local? default?",
                call -> Conversions.orDefault("timestamp_custom", call, 3, () -> {
                    var utc = ofSeconds(call.get(0));
                    var zoned = Values.isTrue(call.or(2, true))
                            ? utc.in(call.home().zone(), call.home().zone())
                            : utc;
                    return Strftime.format(zoned, Strings.of(call.or(1, USUAL_FORMAT)));
                }));
        registry.filter(
                "timestamp_local",
                "value default?",
                call -> Conversions.orDefault(
                        "timestamp_local",
                        call,
                        1,
                        () -> iso(ofSeconds(call.get(0))
                                .in(call.home().zone(), call.home().zone()))));
        registry.filter(
                "timestamp_utc",
                "value default?",
                call -> Conversions.orDefault("timestamp_utc", call, 1, () -> iso(ofSeconds(call.get(0)))));
        relative(registry);
    }

    private static String iso(Moment moment) {
        return Text.str(moment).replace(' ', 'T');
    }

    private static void relative(Registry registry) {
        registry.both("relative_time", "value", ofHome("relative_time", call -> age(call, false)));
        registry.both("time_since", "value precision?", ofHome("time_since", call -> age(call, false)));
        registry.both("time_until", "value precision?", ofHome("time_until", call -> age(call, true)));
        registry.both(
                "timedelta_string",
                "value precision?",
                call -> call.get(0) instanceof Duration duration
                        ? TimeText.spoken(duration.abs(), Numbers.index(call.or(1, 1L)))
                        : call.get(0));
    }

    private static Object age(Registry.Call call, boolean future) {
        var now = call.home().now();
        if (!(call.get(0) instanceof Moment given)) {
            return call.get(0);
        }
        var moment = given.zone() == null ? localized(call.home(), given) : given;
        var age = future ? moment.minus(now) : now.minus(moment);
        if (age.isNegative()) {
            return moment;
        }
        var values = call.arguments().values();
        return TimeText.spoken(age, Numbers.index(values.size() > 1 ? call.or(1, 1L) : 1L));
    }

    private static Object todayAt(Registry.Call call) {
        var today = call.home().now().local().toLocalDate();
        var given = call.or(0, "");
        if (!Values.isTrue(given)) {
            return new Moment(today.atStartOfDay(), call.home().zone(), false);
        }
        var time = TimeText.clock(Text.str(given));
        if (time == null) {
            throw PythonError.value(
                    "could not convert " + Values.typeName(given) + " to datetime: '" + Text.str(given) + "'");
        }
        return new Moment(today.atTime(time), call.home().zone(), false);
    }

    private static Object timestamp(Registry.Call call) {
        return Conversions.orDefault("as_timestamp", call, 1, () -> {
            var moment = call.get(0) instanceof Moment given ? given : TimeText.moment(Text.str(call.get(0)));
            if (moment == null) {
                throw PythonError.value("not a valid date/time.");
            }
            var instant = moment.instant(call.home().zone());
            return Durations.totalSeconds(Duration.ofSeconds(instant.getEpochSecond(), instant.getNano()));
        });
    }

    private static Object moment(Registry.Call call) {
        var value = call.get(0);
        if (value instanceof Moment) {
            return value;
        }
        if (value instanceof LocalDate date) {
            return new Moment(date.atTime(LocalTime.MIDNIGHT), null, false);
        }
        try {
            return ofSeconds(Numbers.toFloat(value));
        } catch (PythonError e) {
            if (e.kind() != PythonError.Kind.VALUE && e.kind() != PythonError.Kind.TYPE) {
                throw e;
            }
        }
        var parsed = value instanceof String text ? TimeText.moment(text) : null;
        if (parsed != null) {
            return parsed;
        }
        if (!call.has(1) && value instanceof String) {
            return None.NONE;
        }
        return Conversions.otherwise("as_datetime", value, call.has(1) ? call.get(1) : null);
    }

    private static Object local(Registry.Call call) {
        if (call.get(0) instanceof Undefined undefined) {
            throw undefined.error();
        }
        if (!(call.get(0) instanceof Moment moment)) {
            throw PythonError.type("'" + Values.typeName(call.get(0)) + "' object has no attribute 'tzinfo'");
        }
        return localized(call.home(), moment);
    }

    private static Moment localized(Home home, Moment moment) {
        return moment.zone() == null
                ? new Moment(moment.local(), home.zone(), moment.fold())
                : moment.in(home.zone(), home.zone());
    }

    /** Seconds since 1970 as a time in UTC. */
    static Moment ofSeconds(Object value) {
        if (value instanceof Undefined undefined) {
            throw undefined.error();
        }
        if (!Values.isNumber(value)) {
            throw PythonError.type("'" + Values.typeName(value) + "' object cannot be interpreted as an integer");
        }
        var seconds = Numbers.toFloat(value);
        Numbers.truncate(seconds);
        if (seconds < MIN_SECOND || seconds > MAX_SECOND) {
            throw PythonError.value("year is out of range");
        }
        var micros = new BigDecimal(seconds)
                .movePointRight(6)
                .setScale(0, RoundingMode.HALF_EVEN)
                .longValueExact();
        var instant =
                Instant.ofEpochSecond(Math.floorDiv(micros, 1_000_000), Math.floorMod(micros, 1_000_000) * 1_000L);
        return Moment.of(instant, ZoneOffset.UTC);
    }

    private static Object timedelta(Registry.Call call) {
        long[] micros = {86_400_000_000L, 1_000_000, 1, 1_000, 60_000_000, 3_600_000_000L, 604_800_000_000L};
        var sum = BigDecimal.ZERO;
        for (var i = 0; i < micros.length; i++) {
            var value = call.or(i, 0L);
            if (value instanceof Undefined undefined) {
                throw undefined.error();
            }
            if (!Values.isNumber(value)) {
                throw PythonError.type("unsupported type for timedelta component: " + Values.typeName(value));
            }
            var number = Numbers.toFloat(value);
            Numbers.truncate(number);
            var exact = value instanceof Double ? new BigDecimal(number) : new BigDecimal(Numbers.bigInteger(value));
            sum = sum.add(exact.multiply(BigDecimal.valueOf(micros[i])));
        }
        return Durations.ofMicros(sum.setScale(0, RoundingMode.HALF_EVEN).toBigInteger());
    }
}
