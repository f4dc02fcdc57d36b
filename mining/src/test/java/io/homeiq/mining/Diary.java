package io.homeiq.mining;

import io.homeiq.contracts.home.Attributes;
import io.homeiq.contracts.home.Context;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeConfig;
import io.homeiq.contracts.home.HomeEvent;
import io.homeiq.contracts.home.HomeId;
import io.homeiq.contracts.home.HomeRegistry;
import io.homeiq.contracts.home.StateChange;
import io.homeiq.contracts.rule.Automation;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** A home's history, written down act by act in any order and read in order of time. */
public final class Diary {

    public static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
    /** A Monday. */
    public static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 5);

    private record Line(EntityId entity, String state, Instant time, Context context, Attributes attributes) {}

    private final List<Line> lines = new ArrayList<>();
    private final List<HomeEvent> others = new ArrayList<>();

    public static EntityId id(String value) {
        return new EntityId(value);
    }

    public static Instant time(int day, LocalTime time) {
        return FIRST_DAY.plusDays(day).atTime(time).atZone(ZONE).toInstant();
    }

    /** Some minutes around a time of day, also across midnight. */
    public static Instant around(int day, LocalTime time, int minutes, RandomGenerator random) {
        long seconds = random.nextLong(-minutes * 60L, minutes * 60L + 1);
        return time(day, time).plusSeconds(seconds).plusMillis(random.nextInt(1000));
    }

    public Diary set(String entity, String state, Instant time) {
        return set(entity, state, time, new Context("ctx" + lines.size(), null, null));
    }

    public Diary set(String entity, String state, Instant time, Context context) {
        lines.add(new Line(id(entity), state, time, context, Attributes.NONE));
        return this;
    }

    public Diary setLevel(String entity, String state, int brightness, Instant time) {
        lines.add(new Line(
                id(entity),
                state,
                time,
                new Context("ctx" + lines.size(), null, null),
                new Attributes(Map.of("brightness", brightness))));
        return this;
    }

    public Diary add(HomeEvent event) {
        others.add(event);
        return this;
    }

    /** In order of time, each change with the state before it. */
    public List<HomeEvent> events() {
        List<HomeEvent> events = new ArrayList<>(others);
        Map<EntityId, String> states = new HashMap<>();
        lines.stream().sorted(Comparator.comparing(Line::time)).forEach(line -> {
            String before = states.put(line.entity(), line.state());
            events.add(new StateChange(
                    line.entity(),
                    before == null ? "off" : before,
                    line.state(),
                    line.attributes(),
                    line.time(),
                    line.context()));
        });
        events.sort(Comparator.comparing(HomeEvent::time));
        return events;
    }

    public static HomeRegistry registry() {
        return HomeRegistry.EMPTY.withConfig(new HomeConfig("Test", ZONE, null));
    }

    public Analysis analyse(HomeRegistry registry, Automation... automations) {
        Miner miner = new Miner(HomeId.DEFAULT, registry, List.of(automations), MiningSettings.DEFAULT);
        events().forEach(miner::accept);
        return miner.analyse(Progress.IGNORED);
    }

    public Analysis analyse() {
        return analyse(registry());
    }
}
