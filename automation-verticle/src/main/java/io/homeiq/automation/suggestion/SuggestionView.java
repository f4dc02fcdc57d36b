package io.homeiq.automation.suggestion;

import io.homeiq.contracts.suggestion.Suggestion;
import io.homeiq.contracts.suggestion.SuggestionState.Approved;
import io.homeiq.contracts.suggestion.SuggestionState.Deployed;
import io.homeiq.contracts.suggestion.SuggestionState.Failed;
import io.homeiq.contracts.suggestion.SuggestionState.Rejected;
import io.homeiq.homeassistant.automation.AutomationTree;
import io.homeiq.homeassistant.automation.AutomationYaml;
import io.homeiq.store.suggestion.SuggestionStatus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A suggestion as clients see it: the names of the older system, and what it did not have. */
public final class SuggestionView {

    private SuggestionView() {}

    /** All that is known of it. */
    public static Map<String, Object> of(Suggestion suggestion) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("id", suggestion.id());
        view.put("pattern_id", suggestion.patternId());
        view.put("kind", suggestion.kind());
        view.put("title", suggestion.title());
        view.put("description", suggestion.description());
        view.put("status", status(suggestion));
        view.put("confidence", suggestion.confidence());
        view.put("q_value", suggestion.qValue());
        view.put("evidence", suggestion.evidence());
        view.put("safety", suggestion.safety());
        view.put("automation", AutomationTree.write(suggestion.automation()));
        view.put("automation_yaml", AutomationYaml.write(List.of(suggestion.automation())));
        view.put("automation_id", suggestion.automation().id());
        view.put("created_at", suggestion.createdAt());
        view.put("updated_at", suggestion.state().since());
        if (suggestion.repair() != null) {
            view.put("repair", suggestion.repair());
        }
        addState(suggestion, view);
        return view;
    }

    /** The same with the reasons why it stands where it stands in the list. */
    static Map<String, Object> of(Suggestion suggestion, List<String> rankReasons) {
        Map<String, Object> view = of(suggestion);
        view.put("rank_reasons", rankReasons);
        return view;
    }

    /** The same with a sentence for the person who asked. */
    public static Map<String, Object> of(Suggestion suggestion, String message) {
        Map<String, Object> view = of(suggestion);
        view.put("message", message);
        return view;
    }

    /** The name of its state, for example {@code rolled_back}. */
    public static String status(Suggestion suggestion) {
        return SuggestionStatus.of(suggestion.state()).name().toLowerCase(Locale.ROOT);
    }

    private static void addState(Suggestion suggestion, Map<String, Object> view) {
        switch (suggestion.state()) {
            case Deployed deployed -> {
                view.put("deployed_at", deployed.since());
                view.put("version", deployed.version());
                addArmed(deployed.armed(), view);
            }
            case Approved approved -> addArmed(approved.armed(), view);
            case Failed failed -> view.put("problem", failed.problem());
            case Rejected rejected -> addReason(rejected.reason(), view);
            default -> {}
        }
    }

    private static void addArmed(@Nullable Boolean armed, Map<String, Object> view) {
        if (armed != null) {
            view.put("armed", armed);
        }
    }

    private static void addReason(@Nullable String reason, Map<String, Object> view) {
        if (reason != null) {
            view.put("reason", reason);
        }
    }
}
