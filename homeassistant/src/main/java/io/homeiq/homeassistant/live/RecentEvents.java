package io.homeiq.homeassistant.live;

import io.homeiq.contracts.home.AutomationTriggered;
import io.homeiq.contracts.home.CoreStarted;
import io.homeiq.contracts.home.CoreStopped;
import io.homeiq.contracts.home.HomeEvent;
import io.homeiq.contracts.home.ScriptStarted;
import io.homeiq.contracts.home.ServiceCall;
import io.homeiq.contracts.home.StateChange;
import java.util.LinkedHashSet;
import java.util.Set;

/** Remembers the newest events that went through, so that one read again from the recorder is known as the same. */
final class RecentEvents {

    private static final int MAX_EVENTS = 8_192;

    private final Set<Key> keys = new LinkedHashSet<>();

    /** The recorder and the live stream agree on these, to the millisecond. */
    private record Key(String subject, long millisecond) {

        static Key of(HomeEvent event) {
            return new Key(
                    switch (event) {
                        case StateChange change -> change.entityId() + "=" + change.after();
                        case ServiceCall call -> "call " + call.domain() + "." + call.service() + " " + call.targets();
                        case AutomationTriggered run -> "run " + run.automation();
                        case ScriptStarted run -> "run " + run.script();
                        case CoreStarted ignored -> "start";
                        case CoreStopped ignored -> "stop";
                    },
                    event.time().toEpochMilli());
        }
    }

    void add(HomeEvent event) {
        Key key = Key.of(event);
        keys.remove(key);
        keys.add(key);
        if (keys.size() > MAX_EVENTS) {
            keys.remove(keys.iterator().next());
        }
    }

    boolean contains(HomeEvent event) {
        return keys.contains(Key.of(event));
    }

    void clear() {
        keys.clear();
    }
}
