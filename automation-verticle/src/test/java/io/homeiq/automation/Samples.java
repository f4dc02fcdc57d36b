package io.homeiq.automation;

import io.homeiq.contracts.home.Device;
import io.homeiq.contracts.home.Entity;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeConfig;
import io.homeiq.contracts.home.HomeRegistry;
import io.homeiq.contracts.pattern.Evidence;
import io.homeiq.contracts.pattern.Finding;
import io.homeiq.contracts.pattern.Pattern;
import io.homeiq.contracts.pattern.PatternId;
import io.homeiq.contracts.pattern.PatternKind;
import io.homeiq.contracts.rule.CallService;
import io.homeiq.contracts.rule.Rule;
import io.homeiq.contracts.rule.TimeTrigger;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;

/** Patterns as the pattern service announces them. */
final class Samples {

    static final EntityId LAMP = new EntityId("light.kitchen_light");
    static final EntityId LOCK = new EntityId("lock.front_door");
    static final EntityId HEATER = new EntityId("climate.bedroom");

    private Samples() {}

    static Pattern proven(String id) {
        return proven(id, LAMP, 0.9);
    }

    static Pattern proven(String id, EntityId entity, double confidence) {
        return pattern(id, entity, confidence, new Finding.Proven());
    }

    static Pattern doubtful(String id) {
        return pattern(id, LAMP, 0.4, new Finding.NotProposed("it happens too rarely now"));
    }

    private static Pattern pattern(String id, EntityId entity, double confidence, Finding finding) {
        String service = entity.equals(LOCK) ? "unlock" : "turn_on";
        return new Pattern(
                new PatternId(id),
                PatternKind.TIME_OF_DAY,
                entity,
                new Rule(
                        List.of(TimeTrigger.at(LocalTime.of(6, 45))),
                        List.of(),
                        List.of(CallService.of(entity.domain(), service, entity))),
                confidence,
                0.01,
                23,
                Instant.parse("2026-01-01T06:45:00Z"),
                Instant.parse("2026-02-27T06:45:00Z"),
                new Evidence(20, 18, 17, 1, 2, 17.0 / 18, 0.7, 0.99, List.of()),
                finding);
    }

    /** A plug that measures the power of what is in it. */
    static HomeRegistry withAPlug(EntityId plug, EntityId sensor) {
        Device device = new Device("plug", "Plug", null, null, null, null, Set.of());
        Entity switched =
                new Entity(plug, null, null, "plug", null, Set.of(), List.of(), false, false, null, "outlet", null);
        Entity measured =
                new Entity(sensor, null, null, "plug", null, Set.of(), List.of(), false, false, null, "power", "W");
        return new HomeRegistry(HomeConfig.UNKNOWN, List.of(), List.of(device), List.of(switched, measured), List.of());
    }

    /** The lamp may never be switched, by its label. */
    static HomeRegistry whereTheLampIsForbidden() {
        Entity lamp = new Entity(
                LAMP, null, null, null, null, Set.of("homeiq_never"), List.of(), false, false, null, null, null);
        return new HomeRegistry(HomeRegistry.EMPTY.config(), List.of(), List.of(), List.of(lamp), List.of());
    }
}
