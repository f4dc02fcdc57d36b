package io.homeiq.mining;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.contracts.home.HomeEvent;
import io.homeiq.contracts.home.HomeId;
import io.homeiq.contracts.home.StateChange;
import io.homeiq.mining.attribution.Attribution;
import io.homeiq.simulation.KnownHome;
import io.homeiq.simulation.SampleHome;
import io.homeiq.simulation.SimulationSettings;
import io.homeiq.simulation.TrueCause;
import io.homeiq.simulation.bench.BenchHome;
import io.homeiq.simulation.bench.BenchSettings;
import io.homeiq.simulation.bench.BenchSettings.Contexts;
import io.homeiq.simulation.score.AttributionScore;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How well it is told that a person did something, over homes of which the truth is known. */
class WhoDidItTest {

    private static final double WITH_CONTEXTS = 0.99;
    private static final double USERS_HIDDEN = 0.95;

    private record Known(HomeEvent event, TrueCause cause) {}

    @ParameterizedTest(name = "seed {0}, {1}")
    @CsvSource({
        "31, ALL_USERS, 0.99",
        "32, ALL_USERS, 0.99",
        "33, USUAL, 0.95",
        "34, USUAL, 0.95",
        "35, NONE, 0.95",
        "36, NONE, 0.95"
    })
    void tellsPeopleFromMachinesWhateverTheLogKeeps(long seed, Contexts contexts, double floor) {
        // Given
        KnownHome home = BenchHome.of(BenchSettings.of(seed).withDays(30).with(contexts));

        // When
        AttributionScore score = score(home);

        // Then
        assertThat(score.f1()).as("seed %d, %s: %s", seed, contexts, score).isGreaterThanOrEqualTo(floor);
    }

    @ParameterizedTest(name = "seed {0}, {1} of the users hidden")
    @CsvSource({"7, 0", "8, 0.92"})
    void tellsTheTimersOfDevices(long seed, double hidden) {
        // Given a fountain, a kettle, a robot and a driveway lamp that nobody sees the timers of
        KnownHome home = SampleHome.generate(SimulationSettings.of(seed, LocalDate.of(2026, 1, 5), 60)
                .withSensors(0, 3600)
                .withPeople(2, hidden));

        // When
        AttributionScore score = score(home);

        // Then
        assertThat(score.f1())
                .as("seed %d, hidden %s: %s", seed, hidden, score)
                .isGreaterThanOrEqualTo(hidden == 0 ? WITH_CONTEXTS : USERS_HIDDEN);
    }

    private static AttributionScore score(KnownHome home) {
        Miner miner = new Miner(HomeId.DEFAULT, home.registry(), home.automations(), MiningSettings.DEFAULT);
        List<Known> events = inOrder(home);
        List<Attribution> first = new ArrayList<>();
        events.forEach(known -> first.add(miner.accept(known.event())));
        AttributionScore score = AttributionScore.NOTHING;
        for (int i = 0; i < events.size(); i++) {
            if (events.get(i).event() instanceof StateChange change) {
                Attribution told = miner.secondOpinion(change, first.get(i));
                score = score.with(
                        told.cause().name().toLowerCase(Locale.ROOT),
                        events.get(i).cause().kind());
            }
        }
        return score;
    }

    /** As the history gives them: in order of time, each once. */
    private static List<Known> inOrder(KnownHome home) {
        Map<HomeEvent, Known> once = new LinkedHashMap<>();
        home.events((event, cause) -> once.putIfAbsent(event, new Known(event, cause)));
        List<Known> events = new ArrayList<>(once.values());
        events.sort(Comparator.comparing(known -> known.event().time()));
        return events;
    }
}
