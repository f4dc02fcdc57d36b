package io.homeiq.replay.history;

import io.homeiq.contracts.home.AutomationTriggered;
import io.homeiq.contracts.home.CoreStarted;
import io.homeiq.contracts.home.CoreStopped;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeEvent;
import io.homeiq.contracts.home.ScriptStarted;
import io.homeiq.contracts.home.ServiceCall;
import io.homeiq.contracts.home.StateChange;
import io.homeiq.replay.Happening;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was recorded of a home as what happens in a replay. */
public final class Happenings {

    private Happenings() {}

    public static Happening of(HomeEvent event) {
        return switch (event) {
            case StateChange change ->
                new Happening.StateTaken(
                        change.time(),
                        change.entityId().toString(),
                        change.after(),
                        change.attributes().values(),
                        change.context());
            case ServiceCall call -> {
                Map<String, @Nullable Object> data = new LinkedHashMap<>();
                data.put("domain", call.domain());
                data.put("service", call.service());
                data.put("service_data", call.data().values());
                yield new Happening.EventFired(call.time(), "call_service", data, call.context());
            }
            case AutomationTriggered run ->
                new Happening.EventFired(run.time(), "automation_triggered", named(run.automation()), run.context());
            case ScriptStarted run ->
                new Happening.EventFired(run.time(), "script_started", named(run.script()), run.context());
            case CoreStarted started -> new Happening.CoreStarted(started.time());
            case CoreStopped stopped -> new Happening.CoreStopped(stopped.time());
        };
    }

    private static Map<String, @Nullable Object> named(EntityId entityId) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("entity_id", entityId.toString());
        return data;
    }
}
