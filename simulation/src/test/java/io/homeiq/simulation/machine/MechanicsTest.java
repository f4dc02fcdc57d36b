package io.homeiq.simulation.machine;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.StateChange;
import io.homeiq.simulation.engine.Actor;
import io.homeiq.simulation.engine.Step;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class MechanicsTest {

    private final Workshop workshop =
            new Workshop().with("cover.shutter", "closed").with("light.hall", "off");

    private void move(String entity, String state) {
        workshop.mechanics.move(Step.of(new EntityId(entity), state, new Actor.Hand("ann")));
    }

    @Test
    void aCoverTravels() {
        move("cover.shutter", "open");

        workshop.runFor(Duration.ofMinutes(1));

        assertThat(workshop.changesOf("cover.shutter"))
                .extracting(StateChange::after)
                .containsExactly("opening", "open");
        assertThat(Duration.between(
                        workshop.changesOf("cover.shutter").getFirst().time(),
                        workshop.changesOf("cover.shutter").getLast().time()))
                .isBetween(Duration.ofSeconds(14), Duration.ofSeconds(34));
    }

    @Test
    void aCoverThatTurnsBackDoesNotArriveWhereItWasGoing() {
        move("cover.shutter", "open");
        move("cover.shutter", "closed");

        workshop.runFor(Duration.ofMinutes(1));

        assertThat(workshop.changesOf("cover.shutter"))
                .extracting(StateChange::after)
                .containsExactly("opening", "closing", "closed");
    }

    @Test
    void aLampIsThereAtOnce() {
        move("light.hall", "on");

        assertThat(workshop.changesOf("light.hall"))
                .extracting(StateChange::after)
                .containsExactly("on");
    }
}
