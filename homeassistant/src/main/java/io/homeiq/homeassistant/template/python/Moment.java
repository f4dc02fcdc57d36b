package io.homeiq.homeassistant.template.python;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Python's {@code datetime}: what a clock on the wall shows, to the microsecond, and the zone it hangs in. Adding and comparing
 * within one zone count on that clock, across zones in real time; so an hour that summer time skips or repeats is handled as
 * Python does (PEP 495), and not as {@code ZonedDateTime} would.
 *
 * @param zone null where the time is naive
 * @param fold whether it is the second of two equal clock times
 */
public record Moment(LocalDateTime local, @Nullable ZoneId zone, boolean fold) {

    /** The clock of a zone at an instant. */
    public static Moment of(Instant instant, ZoneId zone) {
        var offset = zone.getRules().getOffset(instant);
        var local = LocalDateTime.ofInstant(instant, offset).truncatedTo(ChronoUnit.MICROS);
        var offsets = zone.getRules().getValidOffsets(local);
        return new Moment(local, zone, offsets.size() > 1 && !offsets.get(0).equals(offset));
    }

    /** How far the clock is ahead of UTC; null where naive. */
    public @Nullable ZoneOffset offset() {
        if (zone == null) {
            return null;
        }
        var rules = zone.getRules();
        var offsets = rules.getValidOffsets(local);
        if (offsets.size() == 1) {
            return offsets.get(0);
        }
        var transition = rules.getTransition(local);
        return fold ? transition.getOffsetAfter() : transition.getOffsetBefore();
    }

    /** The instant, where a naive time is one of {@code home}. */
    public Instant instant(ZoneId home) {
        var offset = offset();
        if (offset == null) {
            offset = new Moment(local, home, fold).offset();
        }
        return local.toInstant(Objects.requireNonNull(offset));
    }

    public Moment plus(Duration duration) {
        var moved = local.plus(duration);
        if (moved.getYear() < 1 || moved.getYear() > MAX_YEAR) {
            throw PythonError.overflow("date value out of range");
        }
        return new Moment(moved, zone, false);
    }

    /** Python's last year. */
    public static final int MAX_YEAR = 9999;

    /**
     * How long after another this is; negative if it is before.
     *
     * @throws PythonError if only one of both is naive
     */
    public Duration minus(Moment other) {
        if ((zone == null) != (other.zone == null)) {
            throw PythonError.type("can't subtract offset-naive and offset-aware datetimes");
        }
        if (zone == null || zone.equals(other.zone)) {
            return Duration.between(other.local, local);
        }
        return Duration.between(other.instant(ZoneOffset.UTC), instant(ZoneOffset.UTC));
    }

    /** Python's {@code ==}. */
    public boolean isSame(Moment other) {
        return (zone == null) == (other.zone == null) && minus(other).isZero();
    }

    /** Equal for equal times; stands for this one as a key. */
    Object comparable() {
        return zone == null ? local : instant(ZoneOffset.UTC);
    }

    /** The same instant on the clock of another zone. */
    public Moment in(ZoneId other, ZoneId home) {
        return other.equals(zone) ? this : of(instant(home), other);
    }
}
