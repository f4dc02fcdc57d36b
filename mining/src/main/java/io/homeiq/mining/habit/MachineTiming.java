package io.homeiq.mining.habit;

import io.homeiq.mining.statistics.CircularTime;
import io.homeiq.mining.timeline.Household;
import io.homeiq.mining.timeline.LocalDays;
import io.homeiq.mining.timeline.Timeline;
import java.util.Arrays;
import java.util.Optional;

/**
 * People are never punctual to the second. What is, without any automation to be seen, is a schedule kept by the device
 * itself, or something wired behind Home Assistant's back.
 */
final class MachineTiming {

    private static final double PUNCTUAL_SECONDS = 4;
    private static final double PROMPT_SECONDS = 0.4;
    private static final int MIN_ACTS = 6;

    private MachineTiming() {}

    /** Why the candidate is no person's habit, if it is not. */
    static Optional<String> of(Candidate candidate, Household home) {
        return switch (candidate.habit()) {
            case ClockHabit clock ->
                isPunctual(clock, candidate, home)
                        ? Optional.of("it happens to the second, so a device's own schedule does it already")
                        : Optional.empty();
            case TriggerHabit ignored ->
                isPrompt(candidate.learned().delays())
                        ? Optional.of("it always follows after the same time, so a machine does it already")
                        : Optional.empty();
        };
    }

    private static boolean isPunctual(ClockHabit habit, Candidate candidate, Household home) {
        Timeline timeline = home.timeline(habit.deed().entity()).orElseThrow();
        LocalDays calendar = home.calendar();
        int[] seconds = candidate.learned().explained().stream()
                .map(act -> calendar.secondOfDay(timeline.timeAt(act)))
                .toArray();
        return seconds.length >= MIN_ACTS
                && CircularTime.spread(CircularTime.mean(seconds), seconds) < PUNCTUAL_SECONDS;
    }

    private static boolean isPrompt(long[] delays) {
        if (delays.length < MIN_ACTS) {
            return false;
        }
        double mean = Arrays.stream(delays).average().orElse(0);
        double variance =
                Arrays.stream(delays).mapToDouble(d -> (d - mean) * (d - mean)).sum() / delays.length;
        return Math.sqrt(variance) < PROMPT_SECONDS * 1000;
    }
}
