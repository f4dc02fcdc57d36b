package io.homeiq.replay.condition;

import io.homeiq.replay.core.Core;
import io.homeiq.replay.fault.Fault;
import io.homeiq.replay.home.EntityState;
import io.homeiq.replay.value.Equality;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The clock shows a time within a span, which may go over midnight, on some days of the week.
 *
 * @param after a {@code LocalTime}, inclusive, or the id of an entity that tells one; null from midnight
 * @param before likewise, exclusive
 * @param weekdays of {@code mon} to {@code sun}; null for all
 */
record TimeCondition(
        Core core,
        @Nullable Object after,
        @Nullable Object before,
        @Nullable List<String> weekdays) implements Condition {

    private static final LocalTime LAST = LocalTime.of(23, 59, 59, 999_999_000);

    @Override
    public Boolean check(Map<String, @Nullable Object> variables) {
        ZonedDateTime now = core.localTime();
        Optional<LocalTime> from = after == null ? Optional.of(LocalTime.MIDNIGHT) : time(after);
        if (from.isEmpty()) {
            return false;
        }
        Optional<LocalTime> until = before == null ? Optional.of(LAST) : time(before);
        if (until.isEmpty() || !isWithin(now.toLocalTime(), from.get(), until.get())) {
            return false;
        }
        return weekdays == null || weekdays.contains(Weekdays.of(now));
    }

    private static boolean isWithin(LocalTime now, LocalTime from, LocalTime until) {
        boolean isLate = !now.isBefore(from);
        boolean isEarly = now.isBefore(until);
        return from.isBefore(until) ? isLate && isEarly : isLate || isEarly;
    }

    private Optional<LocalTime> time(Object bound) {
        if (bound instanceof LocalTime time) {
            return Optional.of(time);
        }
        EntityState state = core.world().get(bound.toString());
        if (state == null) {
            throw new Fault(Fault.Kind.CONDITION, "unknown entity " + bound);
        }
        return switch (state.domain()) {
            case "input_datetime" -> Optional.of(ofHelper(state));
            case "time" -> ofClock(state.state());
            default -> ofTimestamp(state);
        };
    }

    private static LocalTime ofHelper(EntityState state) {
        try {
            return LocalTime.of(part(state, "hour", 23), part(state, "minute", 59), part(state, "second", 59));
        } catch (DateTimeException wrong) {
            throw new Fault(Fault.Kind.UNEXPECTED, String.valueOf(wrong.getMessage()));
        }
    }

    private static int part(EntityState state, String name, int otherwise) {
        if (!state.attributes().containsKey(name)) {
            return otherwise;
        }
        if (!(state.attributes().get(name) instanceof Number number)) {
            throw new Fault(Fault.Kind.UNEXPECTED, name + " of " + state.entityId() + " is no number");
        }
        return number.intValue();
    }

    private Optional<LocalTime> ofTimestamp(EntityState state) {
        boolean tellsTime = Equality.contains(
                List.of("timestamp", "uptime"), state.attributes().get("device_class"));
        Instant moment = tellsTime ? Timestamps.parse(state.state(), core.zone()) : null;
        return Optional.ofNullable(moment)
                .map(known -> known.atZone(core.zone()).toLocalTime());
    }

    private static Optional<LocalTime> ofClock(String text) {
        return Optional.ofNullable(ClockTimes.parse(text));
    }
}
