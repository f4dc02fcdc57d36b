package io.homeiq.data.history;

import io.homeiq.contracts.home.AutomationTriggered;
import io.homeiq.contracts.home.CoreStarted;
import io.homeiq.contracts.home.CoreStopped;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeEvent;
import io.homeiq.contracts.home.ScriptStarted;
import io.homeiq.contracts.home.ServiceCall;
import io.homeiq.contracts.home.StateChange;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Home Assistant's names for the events of the history, and whom each is about. */
final class EventKinds {

    private static final Map<String, Class<? extends HomeEvent>> TYPES = types();

    /** All that can be asked for. */
    static final List<String> NAMES = List.copyOf(TYPES.keySet());

    private EventKinds() {}

    private static Map<String, Class<? extends HomeEvent>> types() {
        Map<String, Class<? extends HomeEvent>> types = new LinkedHashMap<>();
        types.put("state_changed", StateChange.class);
        types.put("call_service", ServiceCall.class);
        types.put("automation_triggered", AutomationTriggered.class);
        types.put("script_started", ScriptStarted.class);
        types.put("homeassistant_start", CoreStarted.class);
        types.put("homeassistant_stop", CoreStopped.class);
        return types;
    }

    /** @param names some of {@link #NAMES} */
    static Set<Class<? extends HomeEvent>> typesOf(Set<String> names) {
        Set<Class<? extends HomeEvent>> types = new HashSet<>();
        TYPES.forEach((name, type) -> {
            if (names.contains(name)) {
                types.add(type);
            }
        });
        return types;
    }

    static String nameOf(HomeEvent event) {
        return switch (event) {
            case StateChange ignored -> "state_changed";
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
