package io.homeiq.automation.deployment;

import io.homeiq.contracts.rule.Automation;
import io.homeiq.contracts.rule.Verbatim;
import io.homeiq.contracts.suggestion.Suggestion;
import io.homeiq.contracts.suggestion.SuggestionState;
import io.homeiq.contracts.suggestion.SuggestionState.Approved;
import io.homeiq.contracts.suggestion.SuggestionState.Deployed;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an automation looks like that is put in place switched off: it says so itself, so that it never runs in between. */
final class Arming {

    /** Home Assistant's key for whether an automation is on after it was loaded. */
    private static final String INITIAL_STATE = "initial_state";

    private Arming() {}

    /** Whether the suggestion is to be, or is, in place switched off. */
    static boolean isDisarmed(SuggestionState state) {
        return switch (state) {
            case Approved approved -> Boolean.FALSE.equals(approved.armed());
            case Deployed deployed -> Boolean.FALSE.equals(deployed.armed());
            default -> false;
        };
    }

    /** The automation of the suggestion as it is to stand there. */
    static Automation automation(Suggestion suggestion) {
        Automation automation = suggestion.automation();
        if (!isDisarmed(suggestion.state())) {
            return automation;
        }
        Map<String, @Nullable Object> extras =
                new LinkedHashMap<>(automation.extras().tree());
        extras.put(INITIAL_STATE, false);
        return new Automation(
                automation.id(),
                automation.alias(),
                automation.description(),
                automation.rule(),
                automation.mode(),
                new Verbatim(extras));
    }
}
