package io.homeiq.app.evaluate;

import io.homeiq.contracts.home.HomeRegistry;
import io.homeiq.contracts.pattern.Pattern;
import io.homeiq.simulation.Truth;
import io.homeiq.simulation.score.AnomalyScore;
import io.homeiq.simulation.score.AttributionScore;
import io.homeiq.simulation.score.ChangeScore;
import io.homeiq.simulation.score.HomeScore;
import java.util.List;

/**
 * One home that was made up, mined and measured.
 *
 * @param patterns all that were found, also those that are not proposed
 * @param stories of each habit that was watched as time went on
 * @param seconds that all of it took
 */
record Trial(
        Truth truth,
        HomeRegistry registry,
        HomeScore score,
        List<Pattern> patterns,
        AttributionScore attribution,
        ChangeScore changes,
        AnomalyScore anomalies,
        List<String> stories,
        double seconds) {

    Trial {
        patterns = List.copyOf(patterns);
        stories = List.copyOf(stories);
    }

    /** Without what is only of use for details, so that hundreds of trials can be kept. */
    Trial slim() {
        Truth bare = new Truth(
                truth.benchVersion(),
                truth.seed(),
                truth.nullHome(),
                truth.start(),
                truth.end(),
                truth.days(),
                truth.planted(),
                truth.oddities(),
                List.of());
        return new Trial(
                bare, HomeRegistry.EMPTY, score, List.of(), attribution, changes, anomalies, List.of(), seconds);
    }
}
