package io.homeiq.mining;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeEvent;
import io.homeiq.contracts.home.HomeId;
import io.homeiq.contracts.home.StateChange;
import io.homeiq.contracts.pattern.Pattern;
import io.homeiq.contracts.rule.CallService;
import io.homeiq.contracts.rule.Rule;
import io.homeiq.contracts.rule.StateTrigger;
import io.homeiq.contracts.rule.TimeTrigger;
import io.homeiq.mining.attribution.Attribution;
import io.homeiq.mining.statistics.CircularTime;
import io.homeiq.simulation.PlantedRoutine;
import io.homeiq.simulation.SampleHome;
import io.homeiq.simulation.SimulatedHome;
import io.homeiq.simulation.SimulationSettings;
import io.homeiq.simulation.TrueCause;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole of mining over sixty days of a home of which the truth is known. */
class SampleHomeTest {

    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 5);
    private static final Set<String> BY_HAND = Set.of("person", "physical");

    private record Known(HomeEvent event, TrueCause cause) {}

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void findsWhatWasPlantedAndNothingElse(long seed) {
        // Given
        SimulatedHome home =
                SampleHome.generate(SimulationSettings.of(seed, FIRST_DAY, 60).withSensors(2, 3600));

        // When
        List<Pattern> proven = analyse(home).proven();

        // Then
        List<PlantedRoutine> harmless = home.planted().stream()
                .filter(routine -> !routine.entity().domain().equals("lock"))
                .toList();
        assertThat(harmless)
                .as("seed %d: planted and found", seed)
                .filteredOn(routine -> proven.stream().noneMatch(found -> says(found.rule(), routine.rule())))
                .extracting(PlantedRoutine::id)
                .isEmpty();
        assertThat(proven)
                .as("seed %d: found and planted", seed)
                .filteredOn(found -> harmless.stream().noneMatch(routine -> says(found.rule(), routine.rule())))
                .extracting(Pattern::rule)
                .isEmpty();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {101, 102, 103, 104, 105})
    void isSilentWherePeopleHaveNoRoutine(long seed) {
        // Given
        SimulatedHome home = SampleHome.generate(
                SimulationSettings.of(seed, FIRST_DAY, 60).withSensors(2, 3600).nullHome());

        // When
        List<Pattern> proven = analyse(home).proven();

        // Then
        assertThat(proven).as("seed %d", seed).extracting(Pattern::rule).isEmpty();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {7, 8})
    void tellsPeoplesActsFromEverythingElse(long seed) {
        // Given
        SimulatedHome home =
                SampleHome.generate(SimulationSettings.of(seed, FIRST_DAY, 30).withSensors(0, 3600));
        Miner miner = new Miner(HomeId.DEFAULT, home.registry(), home.automations(), MiningSettings.DEFAULT);
        int right = 0;
        int wrong = 0;
        int missed = 0;

        // When
        for (Known known : inOrder(home)) {
            Attribution attribution = miner.accept(known.event());
            if (known.event() instanceof StateChange change && isSwitched(change.entityId())) {
                boolean really = BY_HAND.contains(known.cause().kind());
                right += attribution.act() && really ? 1 : 0;
                wrong += attribution.act() && !really ? 1 : 0;
                missed += !attribution.act() && really ? 1 : 0;
            }
        }

        // Then all but the timers of devices, which carry no context, are told; those are found out as habits, not one
        // by one
        double f1 = 2.0 * right / (2.0 * right + wrong + missed);
        assertThat(f1)
                .as("seed %d: %d right, %d wrong, %d missed", seed, right, wrong, missed)
                .isGreaterThan(0.85);
    }

    private static boolean isSwitched(EntityId entity) {
        return Set.of("light", "switch", "media_player", "lock", "cover").contains(entity.domain());
    }

    private static Analysis analyse(SimulatedHome home) {
        Miner miner = new Miner(HomeId.DEFAULT, home.registry(), home.automations(), MiningSettings.DEFAULT);
        inOrder(home).forEach(known -> miner.accept(known.event()));
        return miner.analyse(Progress.IGNORED);
    }

    /** As the history gives them: in order of time, each once. */
    private static List<Known> inOrder(SimulatedHome home) {
        Map<HomeEvent, Known> once = new LinkedHashMap<>();
        home.events((event, cause) -> once.putIfAbsent(event, new Known(event, cause)));
        List<Known> events = new ArrayList<>(once.values());
        events.sort(Comparator.comparing(known -> known.event().time()));
        return events;
    }

    private static boolean says(Rule found, Rule planted) {
        CallService does = (CallService) found.actions().getLast();
        CallService should = (CallService) planted.actions().getLast();
        boolean sameAction =
                does.targets().equals(should.targets()) && does.service().equals(should.service());
        return sameAction
                && switch (planted.triggers().getFirst()) {
                    case TimeTrigger time ->
                        found.triggers().getFirst() instanceof TimeTrigger at
                                && Math.abs(CircularTime.difference(
                                                at.at().getFirst().toSecondOfDay(),
                                                time.at().getFirst().toSecondOfDay()))
                                        <= 600;
                    case StateTrigger state ->
                        found.triggers().getFirst() instanceof StateTrigger on
                                && on.entities().equals(state.entities())
                                && on.to().equals(state.to());
                    default -> false;
                };
    }
}
