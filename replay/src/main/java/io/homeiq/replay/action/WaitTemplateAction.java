package io.homeiq.replay.action;

import io.homeiq.replay.condition.TemplateCondition;
import io.homeiq.replay.config.Period;
import io.homeiq.replay.core.Core;
import io.homeiq.replay.run.Run;
import io.homeiq.replay.run.Step;
import io.homeiq.replay.run.Then;
import io.homeiq.replay.template.Rendered;
import io.homeiq.replay.template.Templates.Template;
import io.homeiq.replay.value.Truth;
import io.homeiq.replay.watch.TemplateWatch;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Waits until a template becomes true. */
record WaitTemplateAction(Template template, @Nullable Period limit, boolean goesOn) implements Step.Action {

    @Override
    public void perform(Run run, Then then) {
        Core core = run.core();
        Wait wait = new Wait(run, limit, goesOn);
        wait.tell(false);
        Map<String, @Nullable Object> variables = run.variables().all();
        if (new TemplateCondition(core, template).check(variables)) {
            wait.completeAtOnce();
            then.resume(null);
            return;
        }
        if (wait.isOverAtOnce(then)) {
            return;
        }
        wait.begin();
        TemplateWatch watch = TemplateWatch.start(
                core, template, variables, (result, before, change) -> onResult(result, before, wait));
        wait.then(watch::end, then);
    }

    private static void onResult(Rendered result, @Nullable Rendered before, Wait wait) {
        if (isTrue(result) && (before == null || !isTrue(before))) {
            wait.complete(null, false);
        }
    }

    private static boolean isTrue(Rendered rendered) {
        return rendered instanceof Rendered.Value value && Truth.ofResult(value.value());
    }
}
