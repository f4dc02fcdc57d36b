package io.homeiq.app.bench;

import io.homeiq.app.terminal.Console;
import io.homeiq.contracts.home.Context;
import io.homeiq.contracts.home.Location;
import io.homeiq.contracts.rule.Verbatim;
import io.homeiq.homeassistant.automation.AutomationYaml;
import io.homeiq.homeassistant.template.HomeAssistantTemplates;
import io.homeiq.replay.Answer;
import io.homeiq.replay.Happening;
import io.homeiq.replay.InitialState;
import io.homeiq.replay.Question;
import io.homeiq.replay.Replay;
import io.homeiq.replay.device.Echo;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** How long it takes to live through a month of a home with a hundred entities, in memory, the first time and later. */
public final class ReplayBench implements Bench {

    private static final int ENTITIES = 100;
    private static final int DAYS = 30;
    private static final int RUNS = 5;
    private static final int MOST_SECONDS_BETWEEN = 1_500;
    private static final double SECONDS_FLOOR = 1;
    private static final long SEED = 1;
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

    private static final String AUTOMATION = """
            triggers:
              - {trigger: state, entity_id: binary_sensor.b1, to: "on"}
              - {trigger: numeric_state, entity_id: sensor.s2, above: 20, for: "00:05:00"}
              - {trigger: template, value_template: "{{ states('sensor.s4') | float(0) > 20 }}"}
              - {trigger: sun, event: sunset}
            conditions:
              - {condition: numeric_state, entity_id: sensor.s6, below: 30}
            actions:
              - {action: light.turn_on, target: {entity_id: light.hall}}
              - delay: "00:01:00"
              - {action: light.turn_off, target: {entity_id: light.hall}}
            mode: restart
            """;

    @Override
    public String name() {
        return "replay";
    }

    @Override
    public List<Measure> run(Console console) {
        List<Happening> events = month();
        double first = once(events);
        double[] later = new double[RUNS];
        for (int run = 0; run < RUNS; run++) {
            later[run] = once(events);
        }
        String what = String.format("%d days of %d entities (%,d events) replayed", DAYS, ENTITIES, events.size());
        return List.of(
                new Measure(what + ", first", first, "s", SECONDS_FLOOR, true),
                new Measure(what + ", median", new Quantiles(later).at(0.5), "s", SECONDS_FLOOR, true));
    }

    private static double once(List<Happening> events) {
        Verbatim automation = AutomationYaml.readTrees(AUTOMATION).getFirst();
        Question question = new Question(
                new Location(52.37, 4.9),
                ZoneId.of("Europe/Amsterdam"),
                START,
                START.plus(Duration.ofDays(DAYS)),
                List.of(new InitialState("light.hall", "off", Map.of(), null, null)),
                automation,
                Echo.WITHIN,
                true,
                false,
                false,
                Question.MAX_FIRINGS);
        long begun = System.nanoTime();
        Answer answer = new Replay(new HomeAssistantTemplates()).ask(question, events);
        double seconds = (System.nanoTime() - begun) / 1e9;
        if (!(answer instanceof Answer.Replayed replayed) || replayed.firings().isEmpty()) {
            throw new IllegalStateException("the automation of the benchmark did not fire: " + answer);
        }
        return seconds;
    }

    /** Half sensors with numbers, half that are on or off, each every twelve minutes or so. */
    private static List<Happening> month() {
        Random random = new Random(SEED);
        Instant end = START.plus(Duration.ofDays(DAYS));
        List<Happening> events = new ArrayList<>();
        for (int entity = 0; entity < ENTITIES; entity++) {
            boolean isSensor = entity % 2 == 0;
            String id = (isSensor ? "sensor.s" : "binary_sensor.b") + entity;
            boolean on = false;
            for (Instant time = next(START, random); time.isBefore(end); time = next(time, random)) {
                on = !on;
                String state = isSensor ? String.valueOf(random.nextInt(400) / 10.0) : on ? "on" : "off";
                Context context = new Context("c" + events.size(), null, null);
                events.add(new Happening.StateTaken(time, id, state, Map.of("friendly_name", id), context));
            }
        }
        events.sort(Comparator.comparing(Happening::time));
        return events;
    }

    private static Instant next(Instant time, Random random) {
        return time.plusMillis(1_000L * (30 + random.nextInt(MOST_SECONDS_BETWEEN)));
    }
}
