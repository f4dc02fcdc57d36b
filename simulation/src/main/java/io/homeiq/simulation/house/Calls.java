package io.homeiq.simulation.house;

import io.homeiq.contracts.home.Attributes;
import io.homeiq.contracts.home.Context;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.ServiceCall;
import io.homeiq.contracts.rule.CallService;
import io.homeiq.contracts.rule.Verbatim;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Calls of services, as rules hold them and as Home Assistant logs them. */
public final class Calls {

    private Calls() {}

    public static CallService on(String entity) {
        return call("turn_on", entity);
    }

    public static CallService off(String entity) {
        return call("turn_off", entity);
    }

    /** Switches a lamp on at a brightness. */
    public static CallService dimmed(String entity, int percent) {
        return with("turn_on", entity, "brightness_pct", percent);
    }

    /** A service of the entity's own domain. */
    public static CallService call(String service, String entity) {
        EntityId id = new EntityId(entity);
        return CallService.of(id.domain(), service, id);
    }

    /** A service of the entity's own domain, with one option. */
    public static CallService with(String service, String entity, String option, Object value) {
        EntityId id = new EntityId(entity);
        return new CallService(id.domain(), service, List.of(id), new Verbatim(Map.of(option, value)));
    }

    /** The event by which Home Assistant tells of the call. */
    public static ServiceCall logged(CallService call, Instant time, Context context) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("entity_id", call.targets().stream().map(EntityId::value).toList());
        data.putAll(call.data().tree());
        return new ServiceCall(
                call.domain(),
                call.service(),
                call.targets(),
                new Attributes(Collections.unmodifiableMap(data)),
                time,
                context);
    }
}
