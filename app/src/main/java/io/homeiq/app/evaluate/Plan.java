package io.homeiq.app.evaluate;

import io.homeiq.simulation.bench.BenchSet;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What to measure.
 *
 * @param homes with habits
 * @param nullHomes without
 * @param days of each
 * @param jobs homes at a time
 * @param details folder for a file on each home; null: none
 */
public record Plan(
        BenchSet set,
        int homes,
        int nullHomes,
        int days,
        int jobs,
        @Nullable Path details) {

    private static final int MAX_JOBS = 64;

    public Plan {
        if (homes < 0 || nullHomes < 0 || days < 1 || jobs < 1 || jobs > MAX_JOBS) {
            throw new IllegalArgumentException("an evaluation needs zero or more homes, one or more days and 1 to "
                    + MAX_JOBS + " jobs, was: " + homes + ", " + nullHomes + ", " + days + ", " + jobs);
        }
    }
}
