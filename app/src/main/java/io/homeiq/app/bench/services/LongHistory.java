package io.homeiq.app.bench.services;

import io.homeiq.app.terminal.Console;
import io.homeiq.contracts.home.Attributes;
import io.homeiq.contracts.home.Context;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeEvent;
import io.homeiq.contracts.home.StateChange;
import io.homeiq.store.history.HistoryLog;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Ten million changes of two hundred entities in half a year: chatty sensors, lamps, and one switch that hardly ever moves. */
final class LongHistory {

    static final long EVENTS = 10_000_000;
    static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
    static final Duration LENGTH = Duration.ofDays(180);
    static final EntityId LAMP = new EntityId("light.lamp_7");
    static final EntityId RARE = new EntityId("switch.christmas_tree");

    private static final long SEED = 10;
    private static final int BATCH = 10_000;
    private static final int SENSORS = 180;
    private static final int LAMPS = 20;
    private static final int LAMP_EVERY = 50;
    private static final int RARE_EVERY = 250_000;

    private LongHistory() {}

    /** Writes it into a new file. */
    static void write(Path file, Console console) {
        SplittableRandom random = new SplittableRandom(SEED);
        long stepNanos = LENGTH.toNanos() / EVENTS;
        Console.Progress progress = console.progress();
        try (HistoryLog log = HistoryLog.open(file)) {
            List<HomeEvent> batch = new ArrayList<>(BATCH);
            for (long i = 0; i < EVENTS; i++) {
                batch.add(change(i, BEGIN.plusNanos(i * stepNanos + random.nextLong(stepNanos)), random));
                if (batch.size() == BATCH) {
                    log.append(batch, "bench");
                    batch.clear();
                    progress.at("writing ten million events", (double) i / EVENTS);
                }
            }
            log.append(batch, "bench");
        }
        progress.done();
    }

    private static StateChange change(long number, Instant time, SplittableRandom random) {
        Context context = new Context(Long.toString(number, Character.MAX_RADIX), null, null);
        if (number % RARE_EVERY == 0) {
            boolean on = number / RARE_EVERY % 2 == 0;
            return new StateChange(RARE, on ? "off" : "on", on ? "on" : "off", Attributes.NONE, time, context);
        }
        if (number % LAMP_EVERY == 0) {
            EntityId lamp = new EntityId("light.lamp_" + number / LAMP_EVERY % LAMPS);
            boolean on = random.nextBoolean();
            Attributes level = on ? new Attributes(Map.of("brightness", random.nextInt(1, 256))) : Attributes.NONE;
            return new StateChange(lamp, on ? "off" : "on", on ? "on" : "off", level, time, context);
        }
        int sensor = random.nextInt(SENSORS);
        String before = Double.toString(random.nextInt(150, 250) / 10.0);
        String after = Double.toString(random.nextInt(150, 250) / 10.0);
        return new StateChange(new EntityId("sensor.reading_" + sensor), before, after, Attributes.NONE, time, context);
    }
}
