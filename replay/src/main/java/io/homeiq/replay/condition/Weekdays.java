package io.homeiq.replay.condition;

import io.homeiq.replay.config.Fields;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The days of the week by Home Assistant's names. */
public final class Weekdays {

    private static final List<String> NAMES = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");

    private Weekdays() {}

    public static String of(ZonedDateTime time) {
        return NAMES.get(time.getDayOfWeek().getValue() - 1);
    }

    /** Takes {@code weekday}: one name or a list; null if it is not there. */
    public static @Nullable List<String> take(Fields fields) {
        if (!fields.has("weekday")) {
            return null;
        }
        List<String> days = new ArrayList<>();
        for (Object day : Fields.list(fields.take("weekday"))) {
            if (!(day instanceof String name) || !NAMES.contains(name)) {
                throw fields.refuse("no day of the week: " + day);
            }
            days.add(name);
        }
        return days;
    }
}
