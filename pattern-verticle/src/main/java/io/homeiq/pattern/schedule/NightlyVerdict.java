package io.homeiq.pattern.schedule;

import io.homeiq.store.analysis.AnalysisRun;
import io.homeiq.store.analysis.AnalysisStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What is to be done about the analysis of one night. It follows from the runs that are written down, so it is the same for
 * every process, and after every restart.
 */
public enum NightlyVerdict {
    /** It must be run. */
    DUE,
    /** One is running, or has just failed: look again in a while. */
    LATER,
    /** There is nothing to do before the next night. */
    DONE;

    /** How {@link AnalysisRun#triggeredBy} tells the runs of the night. */
    public static final String TRIGGERED_BY = "schedule";

    /** One that fails is tried again so often, and then left until the next night. */
    static final int MAX_ATTEMPTS = 3;

    /** What was in the way gets this long to go away. */
    static final Duration BEFORE_RETRY = Duration.ofMinutes(15);

    /**
     * The verdict of this moment. Whatever analysis began since the night began is the night's, whoever asked for it.
     *
     * @param runs of the home, the latest first
     * @param night when it was to begin; not after {@code now}
     * @param watchedSince since when this process runs: a home in which nothing was ever analysed has missed no night before
     */
    public static NightlyVerdict of(List<AnalysisRun> runs, Instant night, Instant watchedSince, Instant now) {
        if (runs.isEmpty()) {
            return night.isBefore(watchedSince) ? DONE : DUE;
        }
        List<AnalysisRun> since =
                runs.stream().filter(run -> !run.startedAt().isBefore(night)).toList();
        if (since.stream().anyMatch(run -> run.status() == AnalysisStatus.COMPLETED)) {
            return DONE;
        }
        if (runs.stream().anyMatch(NightlyVerdict::isActive)) {
            return LATER;
        }
        if (since.size() >= MAX_ATTEMPTS) {
            return DONE;
        }
        boolean justFailed = since.stream()
                .anyMatch(run -> run.startedAt().plus(BEFORE_RETRY).isAfter(now));
        return justFailed ? LATER : DUE;
    }

    private static boolean isActive(AnalysisRun run) {
        return run.status() == AnalysisStatus.QUEUED || run.status() == AnalysisStatus.RUNNING;
    }
}
