package io.homeiq.pattern;

import io.homeiq.contracts.home.Area;
import io.homeiq.contracts.home.Attributes;
import io.homeiq.contracts.home.Context;
import io.homeiq.contracts.home.Entity;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeConfig;
import io.homeiq.contracts.home.HomeRegistry;
import io.homeiq.contracts.home.Sequenced;
import io.homeiq.contracts.home.StateChange;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** A hall in which people move at any time of the day, and now and then switch the lamp on by hand, too rarely for a habit. */
final class HallLife {

    static final EntityId MOTION = new EntityId("binary_sensor.hall_motion");
    static final EntityId LAMP = new EntityId("light.hall");
    static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 5);
    static final int DAYS = 30;

    private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

    private HallLife() {}

    static HomeRegistry registry(String... labelsOfTheLamp) {
        return new HomeRegistry(
                new HomeConfig("Home", ZONE, null),
                List.of(new Area("hall", "Hall", null, List.of(), Set.of())),
                List.of(),
                List.of(entity(MOTION, "motion", Set.of()), entity(LAMP, null, Set.of(labelsOfTheLamp))),
                List.of());
    }

    private static Entity entity(EntityId id, @Nullable String deviceClass, Set<String> labels) {
        return new Entity(id, null, null, null, "hall", labels, List.of(), false, false, null, deviceClass, null);
    }

    private record Line(EntityId entity, String state, Instant time) {}

    /** In order of time, numbered from 1. */
    static List<Sequenced> events(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Line> lines = new ArrayList<>();
        for (int day = 0; day < DAYS; day++) {
            for (int hour = 7; hour < 23; hour += 3) {
                Instant motion = FIRST_DAY
                        .plusDays(day)
                        .atTime(LocalTime.of(hour, 0))
                        .atZone(ZONE)
                        .toInstant()
                        .plusMillis(random.nextInt(7_200_000));
                lines.add(new Line(MOTION, "on", motion));
                lines.add(new Line(MOTION, "off", motion.plusSeconds(60)));
                if (random.nextInt(10) < 3) {
                    lines.add(new Line(LAMP, "on", motion.plusMillis(8_000 + random.nextInt(60_000))));
                    lines.add(new Line(LAMP, "off", motion.plusSeconds(600 + random.nextInt(1_200))));
                }
            }
        }
        lines.sort(Comparator.comparing(Line::time));
        Map<EntityId, String> states = new HashMap<>();
        List<Sequenced> events = new ArrayList<>();
        for (Line line : lines) {
            String before = states.put(line.entity(), line.state());
            long seq = events.size() + 1L;
            events.add(new Sequenced(
                    seq,
                    new StateChange(
                            line.entity(),
                            before == null ? "off" : before,
                            line.state(),
                            Attributes.NONE,
                            line.time(),
                            new Context("c" + seq, null, null))));
        }
        return events;
    }
}
