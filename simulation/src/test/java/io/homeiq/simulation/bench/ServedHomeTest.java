package io.homeiq.simulation.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.contracts.home.HomeEvent;
import io.homeiq.simulation.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ServedHomeTest {

    private static final long SEED = 4_711;

    private static ServedHome first(Class<? extends Turn> turn) {
        return LongStream.range(SEED, SEED + 200)
                .mapToObj(ServedHome::of)
                .flatMap(Optional::stream)
                .filter(home -> turn.isInstance(home.turn()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theSameSeedLivesTheSameLife() {
        // Given
        ServedHome home = first(Turn.Moves.class);
        List<HomeEvent> once = new ArrayList<>();
        List<HomeEvent> again = new ArrayList<>();

        // When
        List<ServedHome.Served> served = home.live((event, cause) -> once.add(event));

        // Then
        assertThat(home.live((event, cause) -> again.add(event))).isEqualTo(served);
        assertThat(again).isEqualTo(once);
    }

    @Test
    void theAutomationWorksFromItsDayOnAndIsWantedUntilTheHabitEnds() {
        // Given
        ServedHome home = first(Turn.Ends.class);

        // When
        List<ServedHome.Served> served = home.live((event, cause) -> {});

        // Then
        var zone = home.registry().config().timeZone();
        var turned = home.turnsOn().atStartOfDay(zone).toInstant();
        assertThat(served).isNotEmpty();
        assertThat(served)
                .allSatisfy(each -> assertThat(each.at())
                        .isAfterOrEqualTo(home.servedFrom().atStartOfDay(zone).toInstant()));
        assertThat(served)
                .allSatisfy(
                        each -> assertThat(each.wanted()).isEqualTo(each.at().isBefore(turned)));
    }

    @Test
    void whatMovedAndGainedAConditionIsNeverWantedAtItsOldTimeWhetherTheConditionHoldsOrNot() {
        // Given
        ServedHome home = first(Turn.MovesAndGains.class);

        // When
        List<ServedHome.Served> served = home.live((event, cause) -> {});

        // Then
        var turned =
                home.turnsOn().atStartOfDay(home.registry().config().timeZone()).toInstant();
        assertThat(served).anyMatch(each -> !each.at().isBefore(turned));
        assertThat(served)
                .allSatisfy(each -> assertThat(each.wanted())
                        .isEqualTo(each.held() && each.at().isBefore(turned)));
    }
}
