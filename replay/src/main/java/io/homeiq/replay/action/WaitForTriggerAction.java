package io.homeiq.replay.action;

import io.homeiq.replay.config.Period;
import io.homeiq.replay.run.Run;
import io.homeiq.replay.run.Step;
import io.homeiq.replay.run.Then;
import io.homeiq.replay.trigger.Triggers;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Waits until a trigger happens. */
record WaitForTriggerAction(Triggers triggers, @Nullable Period limit, boolean goesOn) implements Step.Action {

    @Override
    public void perform(Run run, Then then) {
        Wait wait = new Wait(run, limit, goesOn);
        Map<String, @Nullable Object> known = run.variables().all();
        wait.tell(true);
        if (wait.isOverAtOnce(then)) {
            return;
        }
        wait.begin();
        Runnable end = triggers.attach(known, (variables, context) -> wait.complete(variables.get("trigger"), true));
        if (end == null) {
            then.resume(null);
            return;
        }
        wait.then(end, then);
    }
}
