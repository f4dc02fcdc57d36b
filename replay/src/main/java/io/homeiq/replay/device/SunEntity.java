package io.homeiq.replay.device;

import io.homeiq.contracts.home.Context;
import io.homeiq.contracts.rule.SunEvent;
import io.homeiq.replay.core.Core;
import io.homeiq.replay.loop.Loop;
import io.homeiq.replay.loop.Timer;
import io.homeiq.replay.sun.SunHeight;
import io.homeiq.replay.sun.SunTimes;
import io.homeiq.replay.value.PlainText;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Home Assistant's own {@code sun.sun}: looked at when a phase of the day begins and every few minutes within it, so it
 * turns below the horizon some minutes after sunset.
 */
public final class SunEntity {

    public static final String ID = "sun.sun";

    private static final double HORIZON_DEGREES = -0.833;

    /** A part of the day between two heights of the sun, and how often it is looked at then. */
    private enum Phase {
        NIGHT(20),
        ASTRONOMICAL(8),
        NAUTICAL(4),
        TWILIGHT(2),
        SMALL_DAY(2),
        DAY(4);

        private final Duration step;

        Phase(int minutes) {
            this.step = Duration.ofMinutes(minutes);
        }

        static Phase at(double elevation) {
            if (elevation >= 10) {
                return DAY;
            }
            if (elevation >= 0) {
                return SMALL_DAY;
            }
            if (elevation >= -6) {
                return TWILIGHT;
            }
            if (elevation >= -12) {
                return NAUTICAL;
            }
            return elevation >= -18 ? ASTRONOMICAL : NIGHT;
        }
    }

    /**
     * A turn of the day.
     *
     * @param before the phase that it ends; null if it ends none
     */
    private record Turn(Instant time, @Nullable Phase before) {}

    private final Core core;
    private final SunTimes sun;
    private final Context context;
    private final Map<String, @Nullable Object> times = new LinkedHashMap<>();
    private Phase phase = Phase.NIGHT;
    private Instant nextChange = Instant.MAX;
    private boolean rising;
    private @Nullable Timer positionTimer;

    private SunEntity(Core core, SunTimes sun) {
        this.core = core;
        this.sun = sun;
        this.context = core.world().contexts().next(null);
    }

    /** Puts it into the home. */
    public static void start(Core core, SunTimes sun) {
        new SunEntity(core, sun).onTurn();
    }

    private void onTurn() {
        Instant now = core.loop().clock();
        List<Turn> turns = new ArrayList<>();
        add(turns, at(-18, true, now), Phase.NIGHT);
        add(turns, at(-12, true, now), Phase.ASTRONOMICAL);
        add(turns, told("next_dawn", at(-6, true, now)), Phase.NAUTICAL);
        add(turns, told("next_rising", sun.next(SunEvent.SUNRISE, now, Duration.ZERO)), Phase.TWILIGHT);
        add(turns, at(10, true, now), Phase.SMALL_DAY);
        Instant noon = told("next_noon", sun.nextNoon(now));
        add(turns, noon, null);
        add(turns, at(10, false, now), Phase.DAY);
        add(turns, told("next_setting", sun.next(SunEvent.SUNSET, now, Duration.ZERO)), Phase.SMALL_DAY);
        add(turns, told("next_dusk", at(-6, false, now)), Phase.TWILIGHT);
        add(turns, at(-12, false, now), Phase.NAUTICAL);
        add(turns, at(-18, false, now), Phase.ASTRONOMICAL);
        Instant midnight = told("next_midnight", sun.nextMidnight(now));
        add(turns, midnight, null);
        Turn next = turns.stream().min(Comparator.comparing(Turn::time)).orElseThrow();
        nextChange = next.time();
        phase = next.before() != null
                ? next.before()
                : Phase.at(sun.heightAt(nextChange).elevation());
        rising = Objects.requireNonNull(noon).isBefore(Objects.requireNonNull(midnight));
        if (positionTimer != null) {
            positionTimer.cancel();
        }
        look();
        core.loop().at(Loop.micros(nextChange), this::onTurn);
    }

    private @Nullable Instant at(double height, boolean isRising, Instant now) {
        return sun.nextAtHeight(height, isRising, now);
    }

    private @Nullable Instant told(String name, @Nullable Instant time) {
        times.put(name, time == null ? null : PlainText.iso(time.atZone(ZoneOffset.UTC)));
        return time;
    }

    private static void add(List<Turn> turns, @Nullable Instant time, @Nullable Phase before) {
        if (time != null) {
            turns.add(new Turn(time, before));
        }
    }

    private void look() {
        Instant now = core.loop().clock();
        SunHeight height = sun.heightAt(now);
        double elevation = rounded(height.elevation());
        Map<String, @Nullable Object> attributes = new LinkedHashMap<>();
        for (String name :
                List.of("next_dawn", "next_dusk", "next_midnight", "next_noon", "next_rising", "next_setting")) {
            attributes.put(name, times.get(name));
        }
        attributes.put("elevation", elevation);
        attributes.put("azimuth", rounded(height.azimuth()));
        attributes.put("rising", rising);
        attributes.put("friendly_name", "Sun");
        String state = elevation > HORIZON_DEGREES ? "above_horizon" : "below_horizon";
        core.world().set(ID, state, attributes, now, context);
        boolean soonAnyway = now.plus(phase.step.multipliedBy(5).dividedBy(4)).isAfter(nextChange);
        positionTimer = soonAnyway ? null : core.loop().at(Loop.micros(now.plus(phase.step)), this::look);
    }

    private static double rounded(double degrees) {
        return new BigDecimal(degrees).setScale(2, RoundingMode.HALF_EVEN).doubleValue();
    }
}
