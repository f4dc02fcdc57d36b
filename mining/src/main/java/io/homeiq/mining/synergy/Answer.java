package io.homeiq.mining.synergy;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.rule.CallService;
import java.util.List;
import java.util.Set;

/**
 * What people do upon an occasion, and the service that would do it for them.
 *
 * @param states that the entity takes by it
 */
record Answer(String domain, Set<String> states, String service) {

    private static final Set<String> RUNNING = Set.of("heat", "cool", "heat_cool", "auto", "dry", "fan_only");

    static final Answer LIGHT_ON = on("light");
    static final Answer FAN_ON = on("fan");
    static final Answer SWITCH_ON = on("switch");
    static final Answer CLIMATE_ON = new Answer("climate", RUNNING, "turn_on");
    static final Answer CLIMATE_OFF = new Answer("climate", Set.of("off"), "turn_off");

    static final Answer MEDIA_ON = new Answer("media_player", Set.of("on", "playing"), "turn_on");

    /** What may join others in a room. */
    static final List<Answer> JOINING = List.of(LIGHT_ON, FAN_ON, SWITCH_ON, CLIMATE_ON, MEDIA_ON);

    private static Answer on(String domain) {
        return new Answer(domain, Set.of("on"), "turn_on");
    }

    boolean isGivenBy(EntityId id) {
        return id.domain().equals(domain);
    }

    CallService by(EntityId id) {
        return CallService.of(domain, service, id);
    }
}
