package io.homeiq.simulation.machine;

import io.homeiq.contracts.home.Attributes;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeEvent;
import io.homeiq.contracts.home.Location;
import io.homeiq.contracts.home.StateChange;
import io.homeiq.simulation.engine.Actor;
import io.homeiq.simulation.engine.Agenda;
import io.homeiq.simulation.engine.Chance;
import io.homeiq.simulation.engine.HouseClock;
import io.homeiq.simulation.engine.Journal;
import io.homeiq.simulation.engine.Micros;
import io.homeiq.simulation.engine.Step;
import io.homeiq.simulation.engine.World;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** A world with a few entities, to try one machine in; it begins on a Monday at midnight in UTC. */
final class Workshop {

    private static final HouseClock CLOCK =
            new HouseClock(LocalDate.of(2026, 1, 5), ZoneOffset.UTC, new Location(52, 5));

    final List<HomeEvent> log = new ArrayList<>();
    final Chance chance = new Chance(7);
    final Agenda agenda = new Agenda(CLOCK.day(0).start());
    final World world = new World(CLOCK, agenda, new Journal(chance, logged -> log.add(logged.event())), chance);
    final Mechanics mechanics = new Mechanics(world, chance);

    Workshop with(String entity, String state) {
        world.add(new EntityId(entity), state, any -> Attributes.NONE);
        return this;
    }

    void plan(AutomationMachine machine) {
        machine.plan(CLOCK.day(0));
    }

    /** A device takes a state at a time of the day. */
    void at(int hour, int minute, String entity, String state) {
        agenda.at(
                CLOCK.day(0).at(LocalTime.of(hour, minute)),
                () -> world.set(Step.of(new EntityId(entity), state, Actor.ITSELF)));
    }

    void runFor(Duration duration) {
        agenda.runUntil(CLOCK.day(0).start() + duration.toMillis() * Micros.MILLISECOND);
    }

    List<StateChange> changesOf(String entity) {
        return log.stream()
                .filter(StateChange.class::isInstance)
                .map(StateChange.class::cast)
                .filter(change -> change.entityId().value().equals(entity))
                .toList();
    }

    <T extends HomeEvent> List<T> all(Class<T> type) {
        return log.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
