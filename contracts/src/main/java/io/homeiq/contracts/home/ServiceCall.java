package io.homeiq.contracts.home;

import java.time.Instant;
import java.util.List;

/**
 * A person, automation or script asked for something to be done, for example {@code light.turn_on}.
 *
 * @param targets the entities named in the call; areas, devices and labels named there are not resolved
 * @param data everything that was passed, targets included
 */
public record ServiceCall(
        String domain, String service, List<EntityId> targets, Attributes data, Instant time, Context context)
        implements HomeEvent {

    public ServiceCall {
        targets = List.copyOf(targets);
    }
}
