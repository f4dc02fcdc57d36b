package io.homeiq.replay.trigger;

import io.homeiq.replay.condition.Timestamps;
import io.homeiq.replay.core.Core;
import io.homeiq.replay.fault.Fault;
import io.homeiq.replay.home.EntityState;
import io.homeiq.replay.loop.ClockPattern;
import io.homeiq.replay.loop.Loop;
import io.homeiq.replay.loop.TimeExpression;
import io.homeiq.replay.value.Equality;
import io.homeiq.replay.value.Truth;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Rings at the time that an input helper or a sensor tells, until it tells another. */
final class TimeTeller {

    private static final Set<String> NOTHING = Set.of("unavailable", "unknown");
    private static final List<String> MOMENTS = List.of("timestamp", "uptime");

    private final Core core;
    private final String entityId;
    private final Duration offset;
    private final Consumer<Instant> work;
    private @Nullable Runnable running;

    TimeTeller(Core core, String entityId, Duration offset, Consumer<Instant> work) {
        this.core = core;
        this.entityId = entityId;
        this.offset = offset;
        this.work = work;
    }

    void update(@Nullable EntityState state) {
        end();
        if (state == null) {
            return;
        }
        try {
            if (entityId.startsWith("input_datetime.")) {
                ofHelper(state);
            } else if (Equality.contains(MOMENTS, state.attributes().get("device_class"))
                    && !NOTHING.contains(state.state())) {
                ofSensor(state);
            }
        } catch (DateTimeException | Fault wrong) {
            end();
        }
    }

    void end() {
        if (running != null) {
            running.run();
            running = null;
        }
    }

    private void ofHelper(EntityState state) {
        boolean hasTime = Truth.of(state.attributes().get("has_time"));
        LocalTime time = hasTime
                ? LocalTime.of(part(state, "hour"), part(state, "minute"), part(state, "second"))
                : LocalTime.MIDNIGHT;
        if (Truth.of(state.attributes().get("has_date"))) {
            LocalDateTime shown = LocalDateTime.of(
                    part(state, "year"),
                    part(state, "month"),
                    part(state, "day"),
                    time.getHour(),
                    time.getMinute(),
                    time.getSecond());
            once(onWall(shown.plus(offset)), true);
        } else if (hasTime) {
            daily(time);
        }
    }

    /** Of two times that show the same the earlier; a skipped one counts with the offset before the change. */
    private Instant onWall(LocalDateTime shown) {
        return ZonedDateTime.ofLocal(shown, core.zone(), null).toInstant();
    }

    private void daily(LocalTime time) {
        LocalDateTime moved = core.localTime()
                .toLocalDateTime()
                .with(time)
                .truncatedTo(ChronoUnit.SECONDS)
                .plus(offset);
        TimeExpression expression = TimeExpression.daily(moved.getHour(), moved.getMinute(), moved.getSecond());
        running = ClockPattern.start(core.loop(), expression, core.zone(), work)::cancel;
    }

    private void ofSensor(EntityState state) {
        Instant moment = Timestamps.parse(state.state(), core.zone());
        if (moment != null) {
            once(moment.plus(offset), false);
        }
    }

    private void once(Instant moment, boolean evenNow) {
        Instant now = core.loop().clock();
        if (moment.isAfter(now) || (evenNow && moment.equals(now))) {
            running = core.loop().at(Loop.micros(moment), () -> {
                running = null;
                work.accept(moment);
            })::cancel;
        }
    }

    private static int part(EntityState state, String name) {
        if (!(state.attributes().get(name) instanceof Number number)) {
            throw new Fault(Fault.Kind.UNEXPECTED, name + " of " + state.entityId() + " is no number");
        }
        return number.intValue();
    }
}
