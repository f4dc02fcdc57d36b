package io.homeiq.mining.habit;

import io.homeiq.mining.statistics.CircularTime;
import io.homeiq.mining.timeline.Household;
import io.homeiq.mining.timeline.Timeline;
import java.util.Arrays;
import java.util.Optional;

/**
 * People are never punctual to the second. What is, without any automation to be seen, is a schedule kept by the device
 * itself, or something wired behind Home Assistant's back.
 */
public final class MachineTiming {

    private static final double PUNCTUAL_SECONDS = 4;
    private static final double PROMPT_SECONDS = 0.4;
    private static final int MIN_ACTS = 6;
    private static final String PROMPT = "it always follows after the same time, so a machine does it already";

    private MachineTiming() {}

    /** Why the candidate is no person's habit, if it is not. */
    public static Optional<String> of(Candidate candidate, Household home) {
        return switch (candidate.habit()) {
            case DailyHabit daily ->
                isPunctual(daily, candidate, home)
                        ? Optional.of("it happens to the second, so a device's own schedule does it already")
                        : Optional.empty();
            case AnswerHabit ignored -> isPrompt(candidate.learned().delays()) ? Optional.of(PROMPT) : Optional.empty();
            case PeopleHabit ignored -> isPrompt(candidate.learned().delays()) ? Optional.of(PROMPT) : Optional.empty();
            case GroupHabit ignored -> isPrompt(candidate.learned().delays()) ? Optional.of(PROMPT) : Optional.empty();
            case DurationHabit ignored ->
                varyLessThan(PUNCTUAL_SECONDS, candidate.learned().delays()) ? Optional.of(PROMPT) : Optional.empty();
        };
    }

    private static boolean isPunctual(DailyHabit habit, Candidate candidate, Household home) {
        Timeline timeline = home.timeline(habit.deed().entity()).orElseThrow();
        int[] seconds = candidate.learned().explained().stream()
                .mapToObj(act -> habit.frame().placeOf(home, timeline.timeAt(act)))
                .flatMap(Optional::stream)
                .mapToInt(DayFrame.Place::second)
                .toArray();
        return seconds.length >= MIN_ACTS
                && CircularTime.spread(CircularTime.mean(seconds), seconds) < PUNCTUAL_SECONDS;
    }

    private static boolean isPrompt(long[] delays) {
        return varyLessThan(PROMPT_SECONDS, delays);
    }

    private static boolean varyLessThan(double seconds, long[] delays) {
        if (delays.length < MIN_ACTS) {
            return false;
        }
        double mean = Arrays.stream(delays).average().orElse(0);
        double variance =
                Arrays.stream(delays).mapToDouble(d -> (d - mean) * (d - mean)).sum() / delays.length;
        return Math.sqrt(variance) < seconds * 1000;
    }
}
