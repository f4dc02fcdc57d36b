package io.homeiq.replay.condition;

import io.homeiq.contracts.rule.SunEvent;
import io.homeiq.replay.core.Core;
import io.homeiq.replay.sun.SunTimes;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * It is before or after sunrise or sunset of the local day. Only "after sunset and before sunrise" means the night on
 * both sides of midnight.
 */
record SunCondition(
        Core core,
        SunTimes sun,
        @Nullable SunEvent before,
        Duration beforeOffset,
        @Nullable SunEvent after,
        Duration afterOffset)
        implements Condition {

    @Override
    public Boolean check(Map<String, @Nullable Object> variables) {
        Instant now = core.loop().clock();
        LocalDate today = now.atZone(core.zone()).toLocalDate();
        Instant earliest = after == null ? null : time(after, today);
        Instant latest = before == null ? null : time(before, today);
        if ((after != null && earliest == null) || (before != null && latest == null)) {
            return false;
        }
        boolean isLate = earliest == null || !now.isBefore(earliest.plus(afterOffset));
        boolean isEarly = latest == null || !now.isAfter(latest.plus(beforeOffset));
        if (before == SunEvent.SUNRISE && after == SunEvent.SUNSET && earliest != null && latest != null) {
            return now.isBefore(latest.plus(beforeOffset)) || now.isAfter(earliest.plus(afterOffset));
        }
        return isLate && isEarly;
    }

    /** Astral counts days in UTC: what it gives for today may have been yesterday here. */
    private @Nullable Instant time(SunEvent event, LocalDate today) {
        Instant time = sun.on(event, today);
        boolean wasYesterday =
                time != null && today.isAfter(time.atZone(core.zone()).toLocalDate());
        return wasYesterday ? sun.on(event, today.plusDays(1)) : time;
    }
}
