package io.homeiq.data;

import io.homeiq.contracts.home.Attributes;
import io.homeiq.contracts.home.Context;
import io.homeiq.contracts.home.CoreStarted;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeEvent;
import io.homeiq.contracts.home.StateChange;
import io.homeiq.homeassistant.source.HomeEventJson;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Made-up events. */
public final class Samples {

    public static final Instant START = Instant.parse("2026-03-01T06:00:00Z");

    private Samples() {}

    /** A lamp that is switched; on at even numbers. */
    public static StateChange lamp(String name, int number, Instant time) {
        String after = number % 2 == 0 ? "on" : "off";
        String before = number % 2 == 0 ? "off" : "on";
        Context context = new Context("01J" + name + number, null, null);
        return new StateChange(
                new EntityId("light." + name), before, after, new Attributes(Map.of("brightness", 200)), time, context);
    }

    /** So many changes of two lamps, a second apart; every tenth three at the same moment, and a start of the home at the head. */
    public static List<HomeEvent> events(int count, Instant from) {
        List<HomeEvent> events = new ArrayList<>();
        events.add(new CoreStarted(from, new Context("start" + from.toEpochMilli(), null, null)));
        for (int i = 1; i < count; i++) {
            Instant time = from.plus(Duration.ofSeconds(i / 10 * 10L + (i % 10 < 3 ? 0 : i % 10)));
            events.add(lamp(i % 3 == 0 ? "hall" : i % 3 == 1 ? "kitchen" : "porch", i, time));
        }
        return events;
    }

    public static String ndjson(List<? extends HomeEvent> events) {
        HomeEventJson json = new HomeEventJson();
        return events.stream().map(json::write).collect(Collectors.joining("\n", "", "\n"));
    }
}
