package io.homeiq.simulation;

import io.homeiq.contracts.home.HomeEvent;
import io.homeiq.contracts.home.HomeRegistry;
import io.homeiq.contracts.rule.Automation;
import io.homeiq.simulation.engine.Chance;
import io.homeiq.simulation.machine.ExistingAutomations;
import io.homeiq.simulation.routine.Routine;
import io.homeiq.simulation.routine.RoutineBook;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * A home made up from a seed, with the truth about it. Its events are generated anew, day by day, each time they are asked
 * for, and are always the same; several threads may ask at once.
 */
public final class SimulatedHome implements KnownHome {

    private final SimulationSettings settings;
    private final List<Routine> routines;

    SimulatedHome(SimulationSettings settings) {
        this.settings = settings;
        this.routines =
                settings.routines() ? RoutineBook.of(settings.people(), new Chance(settings.seed())) : List.of();
    }

    public SimulationSettings settings() {
        return settings;
    }

    @Override
    public HomeRegistry registry() {
        return settings.house().registry();
    }

    /** Those that the people of the home have set up already. */
    @Override
    public List<Automation> automations() {
        return ExistingAutomations.all();
    }

    /** The events as a log holds them: mostly in order of time, a few up to a minute late, a few twice, a few lost. */
    public void events(Consumer<HomeEvent> sink) {
        events((event, cause) -> sink.accept(event));
    }

    /** As {@link #events(Consumer)}, with the cause of each. */
    @Override
    public void events(TruthSink sink) {
        new HomeRun(settings, routines, sink).run();
    }

    /** What was planted, with every occurrence that the log holds; empty for a null home. */
    public List<PlantedRoutine> planted() {
        Map<String, SortedSet<Instant>> occurrences = new HashMap<>();
        if (!routines.isEmpty()) {
            events((event, cause) -> note(event, cause, occurrences));
        }
        return planted(occurrences);
    }

    /** The whole truth; it holds a reference for each event, 8 MB for a million. */
    @Override
    public Truth truth() {
        Map<String, SortedSet<Instant>> occurrences = new HashMap<>();
        List<TrueCause> causes = new ArrayList<>();
        events((event, cause) -> {
            note(event, cause, occurrences);
            causes.add(cause);
        });
        return new Truth(
                0,
                settings.seed(),
                !settings.routines(),
                startOfDay(0),
                startOfDay(settings.days()),
                settings.days(),
                planted(occurrences),
                List.of(),
                causes);
    }

    private Instant startOfDay(int number) {
        return settings.firstDay()
                .plusDays(number)
                .atStartOfDay(settings.zone())
                .toInstant();
    }

    private static void note(HomeEvent event, TrueCause cause, Map<String, SortedSet<Instant>> occurrences) {
        if (cause.routine() != null) {
            occurrences.computeIfAbsent(cause.routine(), id -> new TreeSet<>()).add(event.time());
        }
    }

    private List<PlantedRoutine> planted(Map<String, SortedSet<Instant>> occurrences) {
        return routines.stream()
                .map(routine -> PlantedRoutine.of(
                        routine, List.copyOf(occurrences.getOrDefault(routine.id(), new TreeSet<>()))))
                .toList();
    }
}
