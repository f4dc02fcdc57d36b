package io.homeiq.simulation.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AgendaTest {

    private final Agenda agenda = new Agenda(100);
    private final List<String> done = new ArrayList<>();

    private void note(long time, String what) {
        agenda.at(time, () -> done.add(what + "@" + agenda.now()));
    }

    @Test
    void doesThingsInOrderOfTimeAndThenInOrderOfPuttingDown() {
        note(300, "c");
        note(200, "a");
        note(200, "b");

        agenda.runUntil(301);

        assertThat(done).containsExactly("a@200", "b@200", "c@300");
    }

    @Test
    void leavesTheEndToTheNextRun() {
        note(200, "a");

        agenda.runUntil(200);

        assertThat(done).isEmpty();
        assertThat(agenda.now()).isEqualTo(200);
    }

    @Test
    void doesWhatIsPastAtOnce() {
        agenda.at(200, () -> note(50, "late"));

        agenda.runUntil(1_000);

        assertThat(done).containsExactly("late@200");
    }
}
