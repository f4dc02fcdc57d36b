package io.homeiq.pattern.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;

/**
 * The moments at which clocks in a home show three in the morning, one for each date. Where the clocks skip it, the first
 * moment after the gap counts; where they show it twice, the first time.
 */
public record NightlyTimes(ZoneId zone) {

    /** When people sleep and the day before has ended. */
    public static final LocalTime AT = LocalTime.of(3, 0);

    /** The latest one that is not after this moment. */
    public Instant lastUntil(Instant moment) {
        LocalDate date = moment.atZone(zone).toLocalDate();
        Instant today = on(date);
        return today.isAfter(moment) ? on(date.minusDays(1)) : today;
    }

    /** The first one after this moment. */
    public Instant firstAfter(Instant moment) {
        LocalDate date = moment.atZone(zone).toLocalDate();
        Instant today = on(date);
        return today.isAfter(moment) ? today : on(date.plusDays(1));
    }

    private Instant on(LocalDate date) {
        LocalDateTime local = date.atTime(AT);
        ZoneOffsetTransition change = zone.getRules().getTransition(local);
        return change != null && change.isGap()
                ? change.getInstant()
                : local.atZone(zone).withEarlierOffsetAtOverlap().toInstant();
    }
}
