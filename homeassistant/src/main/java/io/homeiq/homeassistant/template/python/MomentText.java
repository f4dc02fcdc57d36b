package io.homeiq.homeassistant.template.python;

import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Python's texts of points in time. */
final class MomentText {

    private MomentText() {}

    static String iso(Moment moment, char separator) {
        var local = moment.local();
        return "%04d-%02d-%02d%c%s%s"
                .formatted(
                        local.getYear(),
                        local.getMonthValue(),
                        local.getDayOfMonth(),
                        separator,
                        clock(local.toLocalTime()),
                        offset(moment.offset(), ":"));
    }

    static String clock(LocalTime time) {
        var clock = "%02d:%02d:%02d".formatted(time.getHour(), time.getMinute(), time.getSecond());
        return time.getNano() == 0 ? clock : clock + ".%06d".formatted(time.getNano() / 1_000);
    }

    /** Such as {@code +01:00}, with seconds only where there are some; empty where naive. */
    static String offset(@Nullable ZoneOffset offset, String separator) {
        if (offset == null) {
            return "";
        }
        var seconds = Math.abs(offset.getTotalSeconds());
        var text = "%s%02d%s%02d"
                .formatted(offset.getTotalSeconds() < 0 ? "-" : "+", seconds / 3600, separator, seconds / 60 % 60);
        return seconds % 60 == 0 ? text : text + separator + "%02d".formatted(seconds % 60);
    }

    static String repr(Moment moment) {
        var local = moment.local();
        var text = new StringBuilder("datetime.datetime(%d, %d, %d, %d, %d"
                .formatted(
                        local.getYear(),
                        local.getMonthValue(),
                        local.getDayOfMonth(),
                        local.getHour(),
                        local.getMinute()));
        seconds(text, local.toLocalTime());
        if (moment.fold()) {
            text.append(", fold=1");
        }
        var zone = moment.zone();
        if (zone != null) {
            text.append(", tzinfo=").append(zone(zone));
        }
        return text.append(')').toString();
    }

    private static String zone(ZoneId zone) {
        if (zone.equals(ZoneOffset.UTC)) {
            return "datetime.timezone.utc";
        }
        if (zone instanceof ZoneOffset) {
            throw new Unsupported("the text of a datetime within a list");
        }
        return "zoneinfo.ZoneInfo(key='" + zone.getId() + "')";
    }

    static String repr(LocalTime time) {
        var text = new StringBuilder("datetime.time(%d, %d".formatted(time.getHour(), time.getMinute()));
        seconds(text, time);
        return text.append(')').toString();
    }

    private static void seconds(StringBuilder text, LocalTime time) {
        var micros = time.getNano() / 1_000;
        if (time.getSecond() != 0 || micros != 0) {
            text.append(", ").append(time.getSecond());
        }
        if (micros != 0) {
            text.append(", ").append(micros);
        }
    }
}
