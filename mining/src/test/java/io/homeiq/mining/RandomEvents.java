package io.homeiq.mining;

import io.homeiq.contracts.home.Attributes;
import io.homeiq.contracts.home.AutomationTriggered;
import io.homeiq.contracts.home.Context;
import io.homeiq.contracts.home.CoreStarted;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeEvent;
import io.homeiq.contracts.home.ScriptStarted;
import io.homeiq.contracts.home.ServiceCall;
import io.homeiq.contracts.home.StateChange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Events of all kinds without any sense, some of them late, twice, absent, in the same instant or after a long silence. */
final class RandomEvents {

    private static final Instant FIRST = Instant.parse("2026-03-20T12:00:00Z");
    private static final List<String> ENTITIES = List.of(
            "light.hall",
            "light.kitchen",
            "cover.kitchen",
            "lock.door",
            "media_player.tv",
            "binary_sensor.front_door",
            "person.ann",
            "person.ben",
            "zone.home",
            "sensor.hall_temperature",
            "sensor.kitchen_power",
            "automation.evening",
            "script.leave",
            "scene.movie",
            "group.family");
    private static final List<String> STATES = List.of(
            "on", "off", "unavailable", "opening", "open", "closed", "home", "not_home", "0", "2", "21.5", "1e3", "ΔT");

    private final SplittableRandom random;
    private final List<HomeEvent> events = new ArrayList<>();
    private Instant now = FIRST;

    private RandomEvents(long seed) {
        this.random = new SplittableRandom(seed);
    }

    static List<HomeEvent> of(long seed, int count) {
        RandomEvents life = new RandomEvents(seed);
        for (int i = 0; i < count; i++) {
            life.next();
        }
        return life.events;
    }

    private void next() {
        now = now.plusMillis(
                switch (random.nextInt(8)) {
                    case 0 -> 0;
                    case 1 -> random.nextLong(100);
                    case 2 -> random.nextLong(Duration.ofHours(9).toMillis());
                    default -> random.nextLong(60_000);
                });
        if (!events.isEmpty() && random.nextInt(20) == 0) {
            events.add(events.get(random.nextInt(events.size())));
        } else {
            events.add(event(random.nextInt(15) == 0 ? now.minusMillis(random.nextLong(60_000)) : now));
        }
    }

    private HomeEvent event(Instant time) {
        Context context = context();
        return switch (random.nextInt(12)) {
            case 0 ->
                new ServiceCall(
                        one(List.of("light", "cover", "scene")),
                        one(List.of("turn_on", "turn_off", "open_cover")),
                        random.nextBoolean() ? List.of() : List.of(entity(), entity()),
                        new Attributes(Map.of("brightness", random.nextInt(3))),
                        time,
                        context);
            case 1 -> new AutomationTriggered(new EntityId("automation.evening"), null, time, context);
            case 2 -> new ScriptStarted(new EntityId("script.leave"), time, context);
            case 3 -> random.nextInt(4) == 0 ? new CoreStarted(time, context) : change(time, context);
            default -> change(time, context);
        };
    }

    private StateChange change(Instant time, Context context) {
        @Nullable String before = random.nextInt(6) == 0 ? null : one(STATES);
        @Nullable String after = random.nextInt(20) == 0 ? null : one(STATES);
        return new StateChange(
                entity(),
                before,
                after,
                random.nextBoolean()
                        ? Attributes.NONE
                        : new Attributes(Map.of("brightness", random.nextInt(256), "device_class", "power")),
                time,
                context);
    }

    private Context context() {
        return new Context(maybe("c", 30), maybe("c", 30), maybe("user-", 3));
    }

    private @Nullable String maybe(String prefix, int of) {
        return random.nextInt(3) == 0 ? null : prefix + random.nextInt(of);
    }

    private EntityId entity() {
        return new EntityId(one(ENTITIES));
    }

    private String one(List<String> of) {
        return of.get(random.nextInt(of.size()));
    }
}
