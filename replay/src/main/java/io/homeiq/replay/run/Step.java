package io.homeiq.replay.run;

import io.homeiq.replay.config.Enabled;
import io.homeiq.replay.fault.Fault;
import org.jspecify.annotations.Nullable;

/**
 * One action of a list with what may stand beside it.
 *
 * @param forgives {@code continue_on_error}: goes on after an error of Home Assistant's, though not of the automation
 */
public record Step(Action action, Enabled enabled, boolean forgives) {

    /** What an action does. */
    @FunctionalInterface
    public interface Action {

        /**
         * Does it.
         *
         * @param then is resumed exactly once, unless this throws
         * @throws Fault if it fails at once
         * @throws Halt if the run ends here
         */
        void perform(Run run, Then then);
    }

    void begin(Run run, Then then) {
        try {
            if (!enabled.isOn(run.scope())) {
                then.resume(null);
                return;
            }
        } catch (Fault fault) {
            then.resume(fault);
            return;
        }
        Then next = problem -> then.resume(pardoned(problem));
        try {
            action.perform(run, next);
        } catch (Fault | Halt problem) {
            next.resume(problem);
        }
    }

    private @Nullable RuntimeException pardoned(@Nullable RuntimeException problem) {
        boolean passing = problem instanceof Fault fault && fault.isHomeAssistants() && !fault.isConfiguration();
        return forgives && passing ? null : problem;
    }
}
