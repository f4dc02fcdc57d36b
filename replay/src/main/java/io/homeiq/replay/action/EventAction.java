package io.homeiq.replay.action;

import io.homeiq.replay.fault.Fault;
import io.homeiq.replay.home.FiredEvent;
import io.homeiq.replay.run.Run;
import io.homeiq.replay.run.Step;
import io.homeiq.replay.run.Then;
import io.homeiq.replay.template.TemplateTree;
import io.homeiq.replay.value.PlainText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Fires an event; data that cannot be rendered are left out. */
record EventAction(String type, List<TemplateTree> data) implements Step.Action {

    @Override
    public void perform(Run run, Then then) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        for (TemplateTree part : data) {
            try {
                if (part.render(run.scope()) instanceof Map<?, ?> map) {
                    map.forEach((key, value) -> all.put(PlainText.of(key), value));
                }
            } catch (Fault fault) {
                if (!fault.is(Fault.Kind.TEMPLATE)) {
                    throw fault;
                }
            }
        }
        run.core()
                .world()
                .bus()
                .fire(new FiredEvent(type, all, run.core().loop().now(), run.context()));
        then.resume(null);
    }
}
