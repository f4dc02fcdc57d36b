package io.homeiq.simulation.house;

import io.homeiq.contracts.home.Attributes;
import io.homeiq.contracts.rule.CallService;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a service does to an entity.
 *
 * @param state that it takes in the end
 * @param details attributes that come with it
 */
public record Effect(String state, Attributes details) {

    private static final double BRIGHTNESS_PER_PERCENT = 2.55;

    private static final Map<String, String> STATES = Map.ofEntries(
            Map.entry("turn_on", "on"),
            Map.entry("turn_off", "off"),
            Map.entry("open_cover", "open"),
            Map.entry("close_cover", "closed"),
            Map.entry("lock", "locked"),
            Map.entry("unlock", "unlocked"),
            Map.entry("alarm_arm_away", "armed_away"),
            Map.entry("alarm_disarm", "disarmed"));

    /**
     * What the call does to an entity that is in this state now.
     *
     * @throws IllegalArgumentException if no thing of the sample home knows the service
     */
    public static Effect of(CallService call, String now) {
        if (call.service().equals("set_temperature")) {
            return new Effect(now, details("temperature", call.data().tree().get("temperature")));
        }
        String state = STATES.get(call.service());
        if (state == null) {
            throw new IllegalArgumentException(
                    "the sample home knows no service " + call.domain() + "." + call.service());
        }
        return call.data().tree().get("brightness_pct") instanceof Number percent
                ? new Effect(state, details("brightness", Math.round(percent.doubleValue() * BRIGHTNESS_PER_PERCENT)))
                : new Effect(state, Attributes.NONE);
    }

    private static Attributes details(String key, @Nullable Object value) {
        Map<String, @Nullable Object> single = new LinkedHashMap<>();
        single.put(key, value);
        return new Attributes(single);
    }
}
