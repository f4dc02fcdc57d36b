package io.homeiq.pattern.synergy;

import io.homeiq.contracts.home.HomeRegistry;
import io.homeiq.contracts.rule.Automation;
import io.homeiq.contracts.rule.RunMode;
import io.homeiq.contracts.rule.Verbatim;
import io.homeiq.contracts.suggestion.Safety;
import io.homeiq.contracts.suggestion.SafetyVerdict;
import io.homeiq.contracts.synergy.Synergy;
import io.homeiq.homeassistant.automation.AutomationTree;
import io.homeiq.homeassistant.automation.AutomationYaml;
import io.homeiq.mining.safety.SafetyPolicy;
import io.homeiq.mining.suggestion.SuggestionWriter;
import io.homeiq.service.Problem;
import io.homeiq.service.ProblemException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Drafts the automation that would tie a synergy. It is handed out, not put in place. */
final class SynergyDrafts {

    private SynergyDrafts() {}

    /**
     * The draft, judged by the home as it is known now.
     *
     * @throws ProblemException (409) with the reason if the safety check forbids it
     */
    static Map<String, Object> of(Synergy synergy, HomeRegistry registry) {
        SafetyPolicy policy = new SafetyPolicy(registry);
        Safety safety = policy.judge(synergy.rule());
        if (safety.verdict() == SafetyVerdict.BLOCK) {
            throw Problem.of(Problem.Kind.CONFLICT, refusal(safety))
                    .with("safety", safety)
                    .asException();
        }
        Automation automation = new Automation(
                Automation.OUR_PREFIX + synergy.id(),
                new SuggestionWriter(registry, policy).title(synergy.rule()),
                "Drafted by HomeIQ. " + describe(synergy),
                synergy.rule(),
                RunMode.SINGLE,
                Verbatim.EMPTY);
        Map<String, Object> draft = new LinkedHashMap<>();
        draft.put("synergy_id", synergy.id());
        draft.put("automation_id", automation.id());
        draft.put("automation", AutomationTree.write(automation));
        draft.put("automation_yaml", AutomationYaml.write(List.of(automation)));
        draft.put("safety", safety);
        return draft;
    }

    private static String refusal(Safety safety) {
        return "the safety check forbids it"
                + (safety.reasons().isEmpty() ? "" : ": " + safety.reasons().getFirst())
                + "; write such an automation by hand if you want it";
    }

    private static String describe(Synergy synergy) {
        return "You did this by hand at " + synergy.correlation().followed() + " of "
                + synergy.correlation().occasions() + " such occasions; it was not proven on days of its own.";
    }
}
