package io.homeiq.mining;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.contracts.home.HomeEvent;
import io.homeiq.contracts.home.HomeId;
import io.homeiq.contracts.pattern.Pattern;
import io.homeiq.simulation.bench.BenchHome;
import io.homeiq.simulation.bench.BenchSet;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two searches may come to the same rule by different ways. */
class OncePerRuleTest {

    private static final BenchSet SET = new BenchSet(27_182_818);

    @ParameterizedTest(name = "home {0} of the set 27182818")
    @ValueSource(ints = {0, 2})
    void tellsEachRuleOnceAndTheProvenOneFirst(int number) {
        // Given a home in which a rule was told as proven, and again as outdone
        BenchHome home = BenchHome.of(SET.home(number).withDays(60));
        Set<HomeEvent> events = new LinkedHashSet<>();
        home.events((event, cause) -> events.add(event));
        Miner miner = new Miner(HomeId.DEFAULT, home.registry(), home.automations(), MiningSettings.DEFAULT);
        events.stream().sorted(Comparator.comparing(HomeEvent::time)).forEach(miner::accept);

        // When
        List<Pattern> patterns = miner.analyse((stage, share) -> {}).patterns();

        // Then
        assertThat(patterns).extracting(Pattern::id).doesNotHaveDuplicates();
        assertThat(patterns).extracting(Pattern::rule).doesNotHaveDuplicates();
    }
}
