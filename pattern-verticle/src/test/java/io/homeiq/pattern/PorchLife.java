package io.homeiq.pattern;

import io.homeiq.contracts.home.Attributes;
import io.homeiq.contracts.home.Context;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.Sequenced;
import io.homeiq.contracts.home.StateChange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** A porch whose lamp is switched on by hand at the same time every evening, and off at any. */
final class PorchLife {

    private static final EntityId LAMP = new EntityId("light.porch");
    private static final Instant FIRST = Instant.parse("2026-01-05T19:00:00Z");

    private PorchLife() {}

    /** In order of time, numbered from 1: two a day. */
    static List<Sequenced> events(long seed, int days) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Sequenced> events = new ArrayList<>();
        for (int day = 0; day < days; day++) {
            Instant on = FIRST.plus(Duration.ofDays(day)).plusMillis(random.nextInt(600_000));
            events.add(change(events.size() + 1L, "off", "on", on));
            events.add(change(events.size() + 1L, "on", "off", on.plusSeconds(1800 + random.nextInt(9000))));
        }
        return events;
    }

    /** The lamp, by hand. */
    static Sequenced change(long seq, String before, String after, Instant time) {
        return new Sequenced(
                seq, new StateChange(LAMP, before, after, Attributes.NONE, time, new Context("c" + seq, null, null)));
    }
}
