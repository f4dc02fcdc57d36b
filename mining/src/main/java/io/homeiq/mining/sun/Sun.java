package io.homeiq.mining.sun;

import io.homeiq.contracts.home.Location;
import io.homeiq.contracts.rule.SunEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * The sun over one home, to some seconds. A day is that of the home's calendar, counted as in
 * {@link LocalDate#toEpochDay()}; what belongs to it lies on both sides of the noon nearest to its twelve o'clock. Days
 * are kept once reckoned; for one thread at a time.
 */
public final class Sun {

    /** More than any history has; then it begins anew. */
    private static final int MAX_KEPT_DAYS = 20_000;

    private static final long DAY_SECONDS = 86_400;

    private final Horizon horizon;
    private final ZoneId zone;
    private final Map<Integer, SunDay> days = new HashMap<>();

    public Sun(Location place, ZoneId zone) {
        this.horizon = new Horizon(place);
        this.zone = zone;
    }

    public SunDay on(int day) {
        SunDay known = days.get(day);
        if (known != null) {
            return known;
        }
        if (days.size() >= MAX_KEPT_DAYS) {
            days.clear();
        }
        SunDay fresh = reckon(day);
        days.put(day, fresh);
        return fresh;
    }

    private SunDay reckon(int day) {
        Instant twelve =
                LocalDate.ofEpochDay(day).atTime(LocalTime.NOON).atZone(zone).toInstant();
        double noon = horizon.noonNear((double) twelve.toEpochMilli());
        return new SunDay(horizon.crossing(noon, -1), horizon.crossing(noon, 1));
    }

    /** Epoch milliseconds; empty on a day without it. */
    public OptionalLong at(SunEvent event, int day) {
        return event == SunEvent.SUNRISE ? on(day).rise() : on(day).set();
    }

    /**
     * Whether it is after sunset or before sunrise, as a condition of Home Assistant takes it: false on a day on which
     * the sun does not cross the horizon.
     */
    public boolean isDark(long millis) {
        long offset = zone.getRules().getOffset(Instant.ofEpochMilli(millis)).getTotalSeconds();
        int day = (int) Math.floorDiv(Math.floorDiv(millis, 1000) + offset, DAY_SECONDS);
        SunDay today = on(day);
        OptionalLong yesterdays = on(day - 1).set();
        boolean stillUp = yesterdays.isPresent() && millis < yesterdays.getAsLong();
        return today.rise().isPresent()
                && today.set().isPresent()
                && !stillUp
                && (millis < today.rise().getAsLong() || millis >= today.set().getAsLong());
    }
}
