package io.homeiq.mining.safety.conflict;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.mining.safety.conduct.Effect;
import io.homeiq.mining.safety.conduct.Occasion.Crosses;
import java.util.Optional;
import java.util.Set;

/** What devices do to the sensors around them. */
final class Physics {

    private static final Set<String> LUX = Set.of("illuminance", "lux", "brightness");
    private static final Set<String> WARMTH = Set.of("temperature", "temp");
    private static final Set<String> DAMP = Set.of("humidity");
    private static final Set<String> POWER = Set.of("power", "watts");
    private static final Set<String> LAMPS = Set.of("light", "lights", "lamp", "lamps");
    private static final Set<String> HEATERS = Set.of("heater", "radiator", "heating", "fireplace");
    private static final Set<String> COOLERS = Set.of("ac", "aircon", "cooler", "fan");
    private static final Set<String> DRIERS = Set.of("dehumidifier", "fan", "exhaust");

    private final Neighbourhood home;

    Physics(Neighbourhood home) {
        this.home = home;
    }

    /** The way in which a number moves. */
    enum Push {
        UP,
        DOWN
    }

    /**
     * How it moves the number.
     *
     * @param isSlow whether it takes minutes, so that two separate bounds hold it between them as a thermostat does
     */
    record Influence(Push push, boolean isSlow) {}

    /** What the effect does to the number; empty if nothing is known of it. */
    Optional<Influence> on(Effect effect, Crosses crosses) {
        Optional<String> state = effect.outcome().certainState();
        EntityId device = effect.entity();
        EntityId sensor = crosses.entity();
        if (state.isEmpty() || crosses.attribute() != null && !sensor.domain().equals("climate")) {
            return Optional.empty();
        }
        boolean isOn = !state.get().equals("off")
                && !state.get().equals("closed")
                && !state.get().equals("idle");
        if (isSwitch(device) && home.is(sensor, POWER) && home.areOneDevice(device, sensor)) {
            return influence(isOn, false);
        }
        if (!home.areTogether(device, sensor)) {
            return Optional.empty();
        }
        if (home.is(sensor, LUX) && isBright(device)) {
            return influence(isOn, false);
        }
        if (home.is(sensor, WARMTH) || sensor.domain().equals("climate")) {
            return warmth(device, state.get(), isOn);
        }
        return home.is(sensor, DAMP) ? damp(device, isOn) : Optional.empty();
    }

    private static Optional<Influence> influence(boolean isUp, boolean isSlow) {
        return Optional.of(new Influence(isUp ? Push.UP : Push.DOWN, isSlow));
    }

    private static boolean isSwitch(EntityId device) {
        return Set.of("switch", "light", "fan", "media_player", "input_boolean").contains(device.domain());
    }

    private boolean isBright(EntityId device) {
        return device.domain().equals("light")
                || device.domain().equals("switch") && home.is(device, LAMPS)
                || device.domain().equals("cover");
    }

    private Optional<Influence> warmth(EntityId device, String state, boolean isOn) {
        boolean isClimate = device.domain().equals("climate");
        if (isClimate && state.equals("cool") || !isClimate && isSwitch(device) && home.is(device, COOLERS)) {
            return influence(!isOn, true);
        }
        boolean isHeater = isClimate || isSwitch(device) && home.is(device, HEATERS);
        return isHeater ? influence(isOn, true) : Optional.empty();
    }

    private Optional<Influence> damp(EntityId device, boolean isOn) {
        boolean isDrier = home.is(device, DRIERS) || device.domain().equals("fan");
        if (device.domain().equals("humidifier") && !isDrier) {
            return influence(isOn, true);
        }
        return isDrier && (isSwitch(device) || device.domain().equals("humidifier"))
                ? influence(!isOn, true)
                : Optional.empty();
    }
}
