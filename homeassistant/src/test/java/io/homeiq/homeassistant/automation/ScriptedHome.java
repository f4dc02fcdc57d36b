package io.homeiq.homeassistant.automation;

import io.homeiq.contracts.rule.Automation;
import io.homeiq.contracts.rule.CallService;
import io.homeiq.contracts.rule.Rule;
import io.homeiq.contracts.rule.Verbatim;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Automations that do nothing but call scripts, and the scripts that do what was in them; what was the same is one script.
 *
 * @param automations in the order given
 */
record ScriptedHome(List<Automation> automations, Scripts scripts) {

    static ScriptedHome of(List<Automation> automations) {
        Map<Verbatim, String> names = new LinkedHashMap<>();
        List<Automation> calling = new ArrayList<>();
        for (Automation automation : automations) {
            Rule rule = automation.rule();
            Verbatim script = new Verbatim(Map.of(
                    "sequence", rule.actions().stream().map(ActionTree::write).toList()));
            String name = names.computeIfAbsent(script, any -> "script_" + names.size());
            calling.add(automation.with(new Rule(
                    rule.triggers(),
                    rule.conditions(),
                    List.of(new CallService("script", name, List.of(), Verbatim.EMPTY)))));
        }
        Map<String, Verbatim> byName = new LinkedHashMap<>();
        names.forEach((script, name) -> byName.put(name, script));
        return new ScriptedHome(calling, new Scripts(byName));
    }
}
