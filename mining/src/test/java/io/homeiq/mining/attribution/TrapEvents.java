package io.homeiq.mining.attribution;

import io.homeiq.contracts.home.Attributes;
import io.homeiq.contracts.home.Context;
import io.homeiq.contracts.home.Entity;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeConfig;
import io.homeiq.contracts.home.HomeRegistry;
import io.homeiq.contracts.home.ServiceCall;
import io.homeiq.contracts.home.StateChange;
import io.homeiq.contracts.home.User;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the traps are laid with: a small home, and its events around noon. */
final class TrapEvents {

    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    static final EntityId GROUP = new EntityId("light.downstairs");

    private TrapEvents() {}

    static StateChange change(EntityId entity, @Nullable String before, String after, long millis, Context context) {
        return new StateChange(entity, before, after, Attributes.NONE, NOON.plusMillis(millis), context);
    }

    static StateChange with(EntityId entity, Map<String, @Nullable Object> attributes, long millis) {
        return new StateChange(
                entity, "playing", "playing", new Attributes(attributes), NOON.plusMillis(millis), fresh((int) millis));
    }

    static ServiceCall call(String domain, String service, List<EntityId> targets, long millis, Context context) {
        return new ServiceCall(domain, service, targets, Attributes.NONE, NOON.plusMillis(millis), context);
    }

    static Context fresh(int number) {
        return new Context("fresh-" + number, null, null);
    }

    static HomeRegistry registry() {
        Entity group =
                new Entity(GROUP, null, "group", null, null, Set.of(), List.of(), false, false, null, null, null);
        return new HomeRegistry(
                HomeConfig.UNKNOWN,
                List.of(),
                List.of(),
                List.of(group),
                List.of(new User("user-ann", "Ann", false, true), new User("supervisor", "Supervisor", true, true)));
    }
}
