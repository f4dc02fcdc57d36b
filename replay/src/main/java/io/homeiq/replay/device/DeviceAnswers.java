package io.homeiq.replay.device;

import io.homeiq.contracts.home.Context;
import io.homeiq.replay.config.EntityIds;
import io.homeiq.replay.fault.Fault;
import io.homeiq.replay.home.EntityState;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What devices answer without regard to what they were. */
public final class DeviceAnswers {

    private static final String NEITHER = "";

    private DeviceAnswers() {}

    /** The state that a call leads to whatever the state was; null if it depends, or if the call sets none. */
    public static @Nullable String certain(String entityId, String call, Map<String, @Nullable Object> data) {
        String service = call.substring(call.indexOf('.') + 1);
        String domain = EntityIds.domainOf(entityId);
        boolean fits = EntityIds.domainOf(call).equals(domain)
                || EntityIds.domainOf(call).equals("homeassistant");
        if (!fits || service.equals("toggle")) {
            return null;
        }
        EntityState any = new EntityState(entityId, NEITHER, Map.of(), Instant.EPOCH, Instant.EPOCH, Context.UNKNOWN);
        try {
            Answer answer = Answers.to(domain, service, data, any, Instant.EPOCH);
            return answer == null || answer.state().equals(NEITHER) ? null : answer.state();
        } catch (Fault fault) {
            return null;
        }
    }
}
