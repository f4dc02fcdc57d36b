package io.homeiq.contracts.rule;

import io.homeiq.contracts.home.EntityId;
import java.util.List;

/**
 * Asks Home Assistant for a service such as {@code light.turn_on}.
 *
 * @param domain the part before the dot
 * @param service the part after the dot
 * @param targets entities to act on; empty for services without a target
 * @param data options such as {@code brightness_pct}
 */
public record CallService(String domain, String service, List<EntityId> targets, Verbatim data) implements Action {

    public CallService {
        targets = List.copyOf(targets);
        if (domain.isEmpty() || service.isEmpty()) {
            throw new IllegalArgumentException(
                    "a service call needs domain and service, was: " + domain + "." + service);
        }
    }

    /** A call for one entity, without options. */
    public static CallService of(String domain, String service, EntityId target) {
        return new CallService(domain, service, List.of(target), Verbatim.EMPTY);
    }
}
