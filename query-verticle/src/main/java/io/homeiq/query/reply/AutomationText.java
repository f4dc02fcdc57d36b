package io.homeiq.query.reply;

import io.homeiq.contracts.rule.Automation;
import io.homeiq.contracts.rule.Verbatim;
import io.homeiq.homeassistant.automation.AutomationTree;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An automation in Home Assistant's own format, complete for tools that read it: without conditions, that is said. */
final class AutomationText {

    private AutomationText() {}

    static Verbatim of(Automation automation) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        AutomationTree.write(automation).forEach((key, value) -> {
            if (key.equals("actions")) {
                tree.putIfAbsent("conditions", List.of());
            }
            tree.put(key, value);
        });
        return new Verbatim(tree);
    }
}
