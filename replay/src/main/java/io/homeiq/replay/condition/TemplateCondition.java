package io.homeiq.replay.condition;

import io.homeiq.replay.core.Core;
import io.homeiq.replay.fault.Fault;
import io.homeiq.replay.template.Templates.Template;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A template gives the text "true", in any case; 1 and "yes" do not count. */
public record TemplateCondition(Core core, Template template) implements Condition {

    @Override
    public Boolean check(Map<String, @Nullable Object> variables) {
        try {
            return core.compiler()
                    .render(template, core.scope(variables))
                    .text()
                    .equalsIgnoreCase("true");
        } catch (Fault fault) {
            throw fault.is(Fault.Kind.TEMPLATE)
                    ? new Fault(Fault.Kind.CONDITION, "In 'template' condition: " + fault.reason())
                    : fault;
        }
    }
}
