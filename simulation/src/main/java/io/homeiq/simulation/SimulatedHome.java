package io.homeiq.simulation;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeEvent;
import io.homeiq.contracts.home.HomeRegistry;
import io.homeiq.contracts.rule.Automation;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * A home made up from a seed, with the truth about it. Its events are generated anew, day by day, each time they are asked
 * for, and are always the same.
 */
public final class SimulatedHome {

    /** Shares of the events that arrive late or twice, as in real logs. */
    private static final double LATE = 0.003;

    private static final double TWICE = 0.002;
    private static final int MOST_LATE_MILLIS = 55_000;
    private static final int RESTART_CYCLE_DAYS = 19;
    private static final int RESTART_DAY = 7;

    private final SimulationSettings settings;

    SimulatedHome(SimulationSettings settings) {
        this.settings = settings;
    }

    public SimulationSettings settings() {
        return settings;
    }

    public HomeRegistry registry() {
        return new House(settings).registry();
    }

    public List<Automation> automations() {
        return Machines.automations();
    }

    /** The events as a log holds them: mostly in order of time, a few up to a minute late, a few twice. */
    public void events(Consumer<HomeEvent> sink) {
        events((event, cause) -> sink.accept(event));
    }

    /** As {@link #events(Consumer)}, with the cause of each. */
    public void events(TruthSink sink) {
        SplittableRandom random = new SplittableRandom(settings.seed());
        SplittableRandom noise = new SplittableRandom(~settings.seed());
        PriorityQueue<Logged> log = new PriorityQueue<>(Comparator.comparingLong(Logged::arrival));
        Journal journal = new Journal(
                random, settings.hiddenUsers(), People.firstStates(), logged -> disturb(logged, noise, log));
        PriorityQueue<Step> steps = new PriorityQueue<>(
                Comparator.comparingLong(Step::time).thenComparing(Step::entity).thenComparing(Step::state));
        for (int number = 0; number < settings.days(); number++) {
            DayClock day = new DayClock(number, settings.firstDay().plusDays(number), settings.zone(), random);
            plan(day, steps);
            writeUntil(day, steps, journal);
            drain(log, day.end() - MOST_LATE_MILLIS, sink);
        }
        drain(log, Long.MAX_VALUE, sink);
    }

    private void plan(DayClock day, List<Step> into, List<Step> people) {
        into.addAll(people);
        into.addAll(new Machines(settings).on(day, people));
    }

    private void plan(DayClock day, PriorityQueue<Step> steps) {
        List<Step> all = new ArrayList<>();
        plan(day, all, new People(settings.routines()).on(day));
        steps.addAll(all);
    }

    /** What belongs after midnight waits for the next day, so that everything is written in order. */
    private static void writeUntil(DayClock day, PriorityQueue<Step> steps, Journal journal) {
        long restart = day.number() % RESTART_CYCLE_DAYS == RESTART_DAY ? day.at(LocalTime.of(4, 10)) : Long.MAX_VALUE;
        long flap = day.at(LocalTime.of(13, 0)) + day.random().nextInt(3_600_000);
        while (!steps.isEmpty() && steps.element().time() < day.end()) {
            Step step = steps.remove();
            if (step.time() > restart) {
                journal.restart(restart);
                restart = Long.MAX_VALUE;
            }
            if (step.time() > flap) {
                journal.flap(new EntityId("light.hall"), flap, flap + 20_000);
                flap = Long.MAX_VALUE;
            }
            journal.write(step);
        }
    }

    private static void disturb(Logged logged, SplittableRandom noise, PriorityQueue<Logged> log) {
        boolean late = noise.nextDouble() < LATE;
        long arrival = logged.arrival() + (late ? noise.nextInt(MOST_LATE_MILLIS) : 0);
        log.add(new Logged(arrival, logged.event(), logged.cause()));
        if (noise.nextDouble() < TWICE) {
            log.add(new Logged(arrival + noise.nextInt(2_000), logged.event(), logged.cause()));
        }
    }

    private static void drain(PriorityQueue<Logged> log, long until, TruthSink sink) {
        while (!log.isEmpty() && log.element().arrival() < until) {
            Logged logged = log.remove();
            sink.accept(logged.event(), logged.cause());
        }
    }

    /** What was planted, with every occurrence; empty for a null home. */
    public List<PlantedRoutine> planted() {
        if (!settings.routines()) {
            return List.of();
        }
        Map<String, List<Instant>> occurrences = new HashMap<>();
        events((event, cause) -> {
            if (cause.routine() != null) {
                occurrences
                        .computeIfAbsent(cause.routine(), id -> new ArrayList<>())
                        .add(event.time());
            }
        });
        return SampleRoutines.all().stream()
                .map(routine -> new PlantedRoutine(
                        routine.id(),
                        routine.kind(),
                        routine.entity(),
                        routine.state(),
                        routine.rule(),
                        occurrences.getOrDefault(routine.id(), List.of()).stream()
                                .sorted()
                                .distinct()
                                .toList()))
                .toList();
    }
}
