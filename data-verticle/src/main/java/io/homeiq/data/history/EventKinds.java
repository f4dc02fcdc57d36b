package io.homeiq.data.history;

import io.homeiq.contracts.home.AutomationTriggered;
import io.homeiq.contracts.home.CoreStarted;
import io.homeiq.contracts.home.CoreStopped;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeEvent;
import io.homeiq.contracts.home.ScriptStarted;
import io.homeiq.contracts.home.ServiceCall;
import io.homeiq.contracts.home.StateChange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Home Assistant's names for the events of the history, and whom each is about. */
final class EventKinds {

    static final String STATE_CHANGED = "state_changed";

    /** All that can be asked for. */
    static final List<String> NAMES = List.of(
            STATE_CHANGED,
            "call_service",
            "automation_triggered",
            "script_started",
            "homeassistant_start",
            "homeassistant_stop");

    private EventKinds() {}

    static String nameOf(HomeEvent event) {
        return switch (event) {
            case StateChange ignored -> STATE_CHANGED;
            case ServiceCall ignored -> "call_service";
            case AutomationTriggered ignored -> "automation_triggered";
            case ScriptStarted ignored -> "script_started";
            case CoreStarted ignored -> "homeassistant_start";
            case CoreStopped ignored -> "homeassistant_stop";
        };
    }

    /** Null for what is about the home as a whole, and for a call, which may be about many. */
    static @Nullable EntityId entityOf(HomeEvent event) {
        return switch (event) {
            case StateChange change -> change.entityId();
            case AutomationTriggered run -> run.automation();
            case ScriptStarted run -> run.script();
            case ServiceCall ignored -> null;
            case CoreStarted ignored -> null;
            case CoreStopped ignored -> null;
        };
    }
}
