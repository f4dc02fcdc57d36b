package io.homeiq.simulation.routine;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.contracts.rule.CallService;
import io.homeiq.simulation.engine.Chance;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RoutineBookTest {

    @Test
    void whoLivesAloneHasAllTheRoutines() {
        List<Routine> alone = RoutineBook.of(1, new Chance(1));

        assertThat(alone).hasSize(11).allMatch(routine -> routine.deed().owner() == 0);
        assertThat(alone).extracting(routine -> routine.deed().description()).allMatch(text -> text.startsWith("Ann "));
    }

    @Test
    void homesDifferInTimesAndReliability() {
        // When
        Set<Object> triggers = LongStream.range(0, 20)
                .mapToObj(seed -> RoutineBook.of(2, new Chance(seed)).getFirst())
                .map(routine -> routine.rule().triggers())
                .collect(Collectors.toSet());
        Set<Double> missed = LongStream.range(0, 20)
                .mapToObj(seed -> RoutineBook.of(2, new Chance(seed)).getFirst())
                .map(routine -> routine.deed().missed())
                .collect(Collectors.toSet());

        // Then
        assertThat(triggers).hasSizeGreaterThan(3);
        assertThat(missed).hasSize(20).allMatch(share -> share >= 0.03 && share <= 0.10);
    }

    @Test
    void someSwitchOffSomeSetALevelOneLocks() {
        List<Routine> routines = RoutineBook.of(2, new Chance(1));

        assertThat(routines).extracting(Routine::id).doesNotHaveDuplicates();
        assertThat(routines)
                .extracting(routine -> routine.deed().call().service())
                .contains("turn_off", "lock");
        assertThat(routines)
                .extracting(routine -> routine.deed().call())
                .filteredOn(call -> call.data().tree().containsKey("brightness_pct"))
                .extracting(CallService::domain)
                .containsOnly("light");
    }
}
