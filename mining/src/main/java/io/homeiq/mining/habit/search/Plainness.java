package io.homeiq.mining.habit.search;

import io.homeiq.mining.attribution.Actuators;
import io.homeiq.mining.habit.AnswerHabit;
import io.homeiq.mining.habit.Candidate;
import io.homeiq.mining.habit.Habit;
import io.homeiq.mining.habit.NumericThresholdHabit;
import io.homeiq.mining.habit.TriggerHabit;
import io.homeiq.mining.timeline.StateNames;
import java.util.Arrays;

/**
 * Which of several habits that explain the same acts is the true one: it does well, people keep close to its moment, and
 * its rule is plain. What only comes with the true occasion, such as the hour of it, is followed less closely.
 */
final class Plainness {

    /** A device that is switched on is plainer than its power that rises. */
    private static final double NUMBER = 0.02;

    private static final double CONDITION = 0.01;

    /** What a sensor notices comes before what is switched because of it. */
    private static final double SWITCHED = 0.01;

    /** For each e-fold that acts lie closer to the moment. */
    private static final double CLOSENESS = 0.05;

    /**
     * A sensor that falls back only ends what it told before, and often after always the same while: it is the occasion
     * if people keep twice as close to it as to what it told.
     */
    private static final double ENDED = CLOSENESS * Math.log(2);

    /** Acts that lie this far from it, in seconds, as a standard deviation, are not close. */
    private static final double FAR = 1_800;

    /** Nobody keeps closer to anything, in seconds. */
    private static final double CLOSEST = 2;

    private static final String SENSOR = "binary_sensor";
    private static final String RESTING = "off";

    private Plainness() {}

    /**
     * The score of the candidate's replay with a little more or less for all that.
     *
     * @param acts how often people did it in the learned days, on whatever occasion
     * @param states of the home
     */
    static double score(Candidate candidate, int acts, StateNames states) {
        double spread = Math.clamp(spread(candidate.learned().delays()), CLOSEST, FAR);
        return candidate.learned().score(acts) + CLOSENESS * Math.log(FAR / spread) - cost(candidate.habit(), states);
    }

    private static double cost(Habit habit, StateNames states) {
        if (habit instanceof AnswerHabit answer) {
            return (habit instanceof NumericThresholdHabit ? NUMBER : 0)
                    + (isEnd(answer, states) ? ENDED : 0)
                    + (Actuators.isActuator(answer.cause()) ? SWITCHED : 0)
                    + CONDITION * answer.guards().size();
        }
        return 0;
    }

    private static boolean isEnd(AnswerHabit answer, StateNames states) {
        return answer instanceof TriggerHabit trigger
                && trigger.trigger().domain().equals(SENSOR)
                && states.nameOf(trigger.to()).equals(RESTING);
    }

    /** In seconds; far where nothing was agreed with. */
    private static double spread(long[] delays) {
        double mean = Arrays.stream(delays).average().orElse(0);
        double variance = Arrays.stream(delays)
                .mapToDouble(delay -> (delay - mean) * (delay - mean))
                .average()
                .orElse(Double.MAX_VALUE);
        return Math.sqrt(variance) / 1000;
    }
}
