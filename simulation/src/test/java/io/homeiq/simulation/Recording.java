package io.homeiq.simulation;

import io.homeiq.contracts.home.AutomationTriggered;
import io.homeiq.contracts.home.HomeEvent;
import io.homeiq.contracts.home.ServiceCall;
import io.homeiq.contracts.home.StateChange;
import io.homeiq.simulation.engine.LogFaults;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** All that a home tells, kept for looking at it. */
record Recording(SimulatedHome home, List<Line> lines) {

    static final LocalDate MONDAY = LocalDate.of(2026, 1, 5);

    record Line(HomeEvent event, TrueCause cause) {}

    record Known(StateChange change, TrueCause cause) {}

    static Recording of(SimulationSettings settings) {
        SimulatedHome home = SampleHome.generate(settings);
        List<Line> lines = new ArrayList<>();
        home.events((event, cause) -> lines.add(new Line(event, cause)));
        return new Recording(home, lines);
    }

    /** A small home in which nothing goes wrong between home and log. */
    static SimulationSettings faultless(long seed, int days) {
        return usual(seed, days).withFaults(LogFaults.NONE);
    }

    /** A small home with the usual faults. */
    static SimulationSettings usual(long seed, int days) {
        return SimulationSettings.of(seed, MONDAY, days).withSensors(2, 3_600);
    }

    Stream<HomeEvent> events() {
        return lines.stream().map(Line::event);
    }

    Stream<Known> changes() {
        return lines.stream()
                .filter(line -> line.event() instanceof StateChange)
                .map(line -> new Known((StateChange) line.event(), line.cause()));
    }

    Stream<StateChange> changesOf(String entity) {
        return changes()
                .map(Known::change)
                .filter(change -> change.entityId().value().equals(entity));
    }

    Stream<Known> changesBy(Predicate<TrueCause> cause) {
        return changes().filter(known -> cause.test(known.cause()));
    }

    Stream<ServiceCall> calls() {
        return events().filter(ServiceCall.class::isInstance).map(ServiceCall.class::cast);
    }

    Stream<AutomationTriggered> runs() {
        return events().filter(AutomationTriggered.class::isInstance).map(AutomationTriggered.class::cast);
    }
}
