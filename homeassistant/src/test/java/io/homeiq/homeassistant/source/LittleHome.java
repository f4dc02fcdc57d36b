package io.homeiq.homeassistant.source;

import io.homeiq.contracts.home.Attributes;
import io.homeiq.contracts.home.AutomationTriggered;
import io.homeiq.contracts.home.Context;
import io.homeiq.contracts.home.CoreStarted;
import io.homeiq.contracts.home.CoreStopped;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeEvent;
import io.homeiq.contracts.home.ScriptStarted;
import io.homeiq.contracts.home.ServiceCall;
import io.homeiq.contracts.home.StateChange;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** A made-up history, always the same for a seed: every kind of event, with contexts as Home Assistant writes them. */
public final class LittleHome {

    private static final List<EntityId> ENTITIES = List.of(
            new EntityId("light.hall"),
            new EntityId("light.kitchen"),
            new EntityId("binary_sensor.hall_motion"),
            new EntityId("sensor.outside"),
            new EntityId("person.ann"));

    private final Random random;
    private final Map<EntityId, String> states = new HashMap<>();
    private final List<HomeEvent> events = new ArrayList<>();
    private Instant time;

    private LittleHome(long seed, Instant start) {
        this.random = new Random(seed);
        this.time = start;
    }

    /** So many events in order of time, from this moment on, some minutes apart. */
    public static List<HomeEvent> events(long seed, Instant start, int count) {
        LittleHome home = new LittleHome(seed, start);
        home.events.add(new CoreStarted(home.next(), home.context(null)));
        while (home.events.size() < count) {
            home.step();
        }
        return home.events;
    }

    private void step() {
        switch (random.nextInt(12)) {
            case 0 -> call();
            case 1 ->
                events.add(new AutomationTriggered(
                        new EntityId("automation.evening"), "time \"19:00\"", next(), context(null)));
            case 2 -> events.add(new ScriptStarted(new EntityId("script.good_night"), next(), context(null)));
            case 3 -> remove();
            case 4 -> restart();
            default -> change();
        }
    }

    private Instant next() {
        time = time.plus(Duration.ofMillis(1 + random.nextInt(600_000))).plus(random.nextInt(1_000), ChronoUnit.MICROS);
        return time;
    }

    private Context context(@Nullable String user) {
        return new Context(ulid(), random.nextBoolean() ? null : ulid(), user);
    }

    private String ulid() {
        StringBuilder text = new StringBuilder("01");
        for (int i = 2; i < 26; i++) {
            text.append("0123456789ABCDEFGHJKMNPQRSTVWXYZ".charAt(random.nextInt(32)));
        }
        return text.toString();
    }

    private EntityId entity() {
        return ENTITIES.get(random.nextInt(ENTITIES.size()));
    }

    private void change() {
        EntityId entity = entity();
        String after = entity.domain().equals("sensor")
                ? Double.toString(random.nextInt(300) / 10.0)
                : List.of("on", "off", "unavailable", "Café, \"dark\"\n").get(random.nextInt(4));
        events.add(
                new StateChange(entity, states.put(entity, after), after, attributes(entity), next(), context(null)));
    }

    private Attributes attributes(EntityId entity) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("friendly_name", entity.objectId());
        values.put("brightness", random.nextInt(3) * 100);
        values.put("ratio", random.nextInt(3) / 2.0);
        values.put("nothing", null);
        values.put("modes", List.of("a", "b", Map.of("deep", true)));
        return new Attributes(values);
    }

    private void remove() {
        EntityId entity = entity();
        String before = states.remove(entity);
        if (before != null) {
            events.add(new StateChange(entity, before, null, Attributes.NONE, next(), context(null)));
        }
    }

    private void restart() {
        events.add(new CoreStopped(next(), context(null)));
        events.add(new CoreStarted(next(), context(null)));
        states.clear();
    }

    private void call() {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("entity_id", List.of("light.hall", "light.kitchen"));
        data.put("brightness_pct", 40);
        events.add(new ServiceCall(
                "light",
                "turn_on",
                List.of(new EntityId("light.hall"), new EntityId("light.kitchen")),
                new Attributes(data),
                next(),
                context("eddd0551c6694c9aa6a401c0cebe2bb5")));
    }
}
