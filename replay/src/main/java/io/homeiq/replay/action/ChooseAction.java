package io.homeiq.replay.action;

import io.homeiq.replay.fault.Fault;
import io.homeiq.replay.run.Inner;
import io.homeiq.replay.run.Run;
import io.homeiq.replay.run.Script;
import io.homeiq.replay.run.Step;
import io.homeiq.replay.run.Then;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Does what stands behind the first conditions that hold; also {@code if}.
 *
 * @param goesOn whether the next choice is taken where a condition could not be told in the midst of one, as in
 *     {@code choose}
 */
record ChooseAction(List<Choice> choices, @Nullable Script otherwise, boolean goesOn) implements Step.Action {

    record Choice(Checks checks, Script script) {}

    @Override
    public void perform(Run run, Then then) {
        chooseFrom(0, run, then);
    }

    private void chooseFrom(int first, Run run, Then then) {
        for (int i = first; i < choices.size(); i++) {
            Choice choice = choices.get(i);
            if (Boolean.TRUE.equals(choice.checks().hold(run))) {
                int next = i + 1;
                Inner.run(run, choice.script(), problem -> ended(problem, next, run, then));
                return;
            }
        }
        if (otherwise == null) {
            then.resume(null);
        } else {
            Inner.run(run, otherwise, then);
        }
    }

    private void ended(@Nullable RuntimeException problem, int next, Run run, Then then) {
        if (!goesOn || !(problem instanceof Fault fault) || !fault.is(Fault.Kind.CONDITION)) {
            then.resume(problem);
            return;
        }
        try {
            chooseFrom(next, run, then);
        } catch (Fault later) {
            then.resume(later);
        }
    }
}
