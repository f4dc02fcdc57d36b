package io.homeiq.mining;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.contracts.home.HomeEvent;
import io.homeiq.mining.timeline.LocalDays;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever gives a class of the miner something more to remember is told here if it is not kept. */
class WholeMemoryTest {

    /** What follows from the rest, is remembered by others, or is made again when somebody asks. */
    private static final String[] DERIVED = {
        "habits", "known", "household\\.watched\\.known", "anomalies\\.search", "look\\.(household|habits|machines)",
    };

    /** The bytes tell of these, as far as they are filled. */
    private static final String ARRAYS = ".*\\.(times|states|levels|doers|values)";

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void everyFieldIsTheSameAfterReadingBack(long seed) throws IOException {
        // Given
        List<HomeEvent> events = RandomEvents.of(seed, 400);
        Miner miner = KeptMiner.fresh();
        events.forEach(miner::accept);
        miner.analyse(Progress.IGNORED);
        events.subList(0, 100).forEach(miner::accept);

        // When
        Miner readBack = KeptMiner.read(KeptMiner.written(miner));

        // Then
        assertThat(readBack)
                .as("seed %d", seed)
                .usingRecursiveComparison()
                .ignoringFieldsMatchingRegexes(DERIVED)
                .ignoringFieldsMatchingRegexes(ARRAYS)
                .ignoringFieldsOfTypes(LocalDays.class)
                .isEqualTo(miner);
    }
}
