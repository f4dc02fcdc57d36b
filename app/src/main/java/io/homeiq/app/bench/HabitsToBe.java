package io.homeiq.app.bench;

import io.homeiq.contracts.home.Attributes;
import io.homeiq.contracts.home.Context;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeEvent;
import io.homeiq.contracts.home.StateChange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Lamps that were lit at this time of day on each of thirteen days: one more, and each is a habit, since fourteen days are
 * asked for. Beside them lamps and sensors that change at random.
 */
final class HabitsToBe {

    /** Habits whose detection is measured. */
    static final int COUNT = 200;

    /** Further ones, numbered after them, that complete before anything is measured. */
    static final int WARM_UP = 60;

    private static final int DAYS_BEFORE = 14;
    private static final int OTHERS = 100;
    private static final int JITTER_SECONDS = 240;

    private final SplittableRandom random = new SplittableRandom(5);
    private final Instant now;
    private long contexts;

    HabitsToBe(Instant now) {
        this.now = now;
    }

    static EntityId lamp(int number) {
        return new EntityId("light.lamp_" + number);
    }

    List<HomeEvent> before() {
        List<HomeEvent> events = new ArrayList<>();
        for (int day = DAYS_BEFORE - 1; day > 0; day--) {
            Instant time = now.minus(Duration.ofDays(day));
            for (int i = 0; i < COUNT + WARM_UP; i++) {
                Instant on = time.plusSeconds(random.nextInt(-JITTER_SECONDS, JITTER_SECONDS))
                        .plusMillis(random.nextInt(1000));
                events.add(change(lamp(i), "off", "on", on));
                events.add(change(lamp(i), "on", "off", on.plusSeconds(random.nextInt(1_800, 14_400))));
            }
        }
        events.sort(Comparator.comparing(HomeEvent::time));
        return events;
    }

    HomeEvent completing(int number, Instant at) {
        return change(lamp(number), "off", "on", at);
    }

    HomeEvent other(int number, Instant at) {
        boolean on = number / OTHERS % 2 == 0;
        EntityId entity = number % 2 == 0
                ? new EntityId("light.other_" + number % OTHERS)
                : new EntityId("binary_sensor.motion_" + number % OTHERS);
        return change(entity, on ? "off" : "on", on ? "on" : "off", at);
    }

    private StateChange change(EntityId entity, String before, String after, Instant time) {
        return new StateChange(
                entity,
                before,
                after,
                new Attributes(Map.of("friendly_name", entity.objectId())),
                time,
                new Context("bench" + ++contexts, null, null));
    }
}
