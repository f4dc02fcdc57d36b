package io.homeiq.simulation.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import io.homeiq.contracts.home.Attributes;
import io.homeiq.contracts.home.Context;
import io.homeiq.contracts.home.CoreStarted;
import io.homeiq.contracts.home.CoreStopped;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeEvent;
import io.homeiq.contracts.home.Location;
import io.homeiq.contracts.home.StateChange;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WorldTest {

    private static final EntityId LAMP = new EntityId("light.hall");
    private static final Actor HAND = new Actor.Hand("ann");

    private final List<HomeEvent> log = new ArrayList<>();
    private final List<Change> heard = new ArrayList<>();
    private final Agenda agenda = new Agenda(0);
    private World world;

    @BeforeEach
    void lamp() {
        Journal journal = new Journal(new Chance(1), logged -> log.add(logged.event()));
        HouseClock clock = new HouseClock(LocalDate.EPOCH, ZoneOffset.UTC, new Location(0, 0));
        world = new World(clock, agenda, journal, new Chance(2));
        world.add(LAMP, "off", state -> Attributes.NONE);
        world.watch(LAMP, heard::add);
    }

    private List<StateChange> changes() {
        return log.stream()
                .filter(StateChange.class::isInstance)
                .map(StateChange.class::cast)
                .toList();
    }

    @Test
    void whatChangesNothingLeavesNoTrace() {
        world.set(Step.of(LAMP, "off", HAND));

        assertThat(log).isEmpty();
        assertThat(heard).isEmpty();
    }

    @Test
    void anAttributeAloneIsAChangeButNotARealOne() {
        world.set(new Step(LAMP, "off", new Attributes(Map.of("effect", "rain")), HAND, null));

        assertThat(changes()).singleElement().satisfies(change -> {
            assertThat(change.isStateChanged()).isFalse();
            assertThat(change.attributes().text("effect")).isEqualTo("rain");
        });
        assertThat(heard).singleElement().matches(change -> !change.isReal());
    }

    @Test
    void aHandSoonAfterACommandInheritsItsContext() {
        // Given
        Context command = new Context("C1", null, "ann");
        world.set(Step.of(LAMP, "on", new Actor.App("ann", command)));

        // When
        agenda.at(4 * Micros.SECOND, () -> world.set(Step.of(LAMP, "off", HAND)));
        agenda.at(10 * Micros.SECOND, () -> world.set(Step.of(LAMP, "on", HAND)));
        agenda.runUntil(Micros.MINUTE);

        // Then
        assertThat(changes()).hasSize(3);
        assertThat(changes().get(1).context()).isEqualTo(command);
        assertThat(changes().get(2).context().id()).isNotEqualTo("C1");
        assertThat(changes().get(2).context().userId()).isNull();
    }

    @Test
    void whatHappensWhileHomeAssistantIsDownIsOnlyToldAfterwards() {
        // Given
        world.stop();
        world.set(Step.of(LAMP, "on", HAND));

        // When
        agenda.at(40 * Micros.SECOND, world::start);
        agenda.runUntil(3 * Micros.MINUTE);

        // Then
        assertThat(log.getFirst()).isInstanceOf(CoreStopped.class);
        assertThat(log.get(1)).isInstanceOf(CoreStarted.class);
        assertThat(changes().getFirst().before()).isNull();
        assertThat(changes().getLast().after()).isEqualTo("on");
        assertThat(heard).noneMatch(Change::isReal);
    }

    @Test
    void anEntityOutOfReachComesBackAsItReallyIs() {
        // Given
        world.leave(LAMP, 20 * Micros.SECOND);

        // When
        agenda.at(5 * Micros.SECOND, () -> world.set(Step.of(LAMP, "on", HAND)));
        agenda.runUntil(Micros.MINUTE);

        // Then
        assertThat(changes())
                .extracting(StateChange::before, StateChange::after)
                .containsExactly(tuple("off", World.UNAVAILABLE), tuple(World.UNAVAILABLE, "on"));
    }

    @Test
    void refusesWhatIsNotThereOrThereTwice() {
        assertThatIllegalArgumentException().isThrownBy(() -> world.state(new EntityId("light.none")));
        assertThatIllegalArgumentException().isThrownBy(() -> world.add(LAMP, "on", state -> Attributes.NONE));
    }
}
