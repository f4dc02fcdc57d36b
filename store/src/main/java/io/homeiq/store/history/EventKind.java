package io.homeiq.store.history;

import io.homeiq.contracts.home.AutomationTriggered;
import io.homeiq.contracts.home.CoreStarted;
import io.homeiq.contracts.home.CoreStopped;
import io.homeiq.contracts.home.HomeEvent;
import io.homeiq.contracts.home.ScriptStarted;
import io.homeiq.contracts.home.ServiceCall;
import io.homeiq.contracts.home.StateChange;
import java.util.Arrays;

/** What a row tells of. A removed entity is a kind of its own, because its state would be null, which no index calls equal. */
enum EventKind {
    CHANGED(1),
    REMOVED(2),
    CALLED(3),
    AUTOMATION(4),
    SCRIPT(5),
    STARTED(6),
    STOPPED(7);

    private static final EventKind[] BY_CODE = byCode();

    private final int code;

    EventKind(int code) {
        this.code = code;
    }

    private static EventKind[] byCode() {
        EventKind[] all = new EventKind[values().length + 1];
        Arrays.stream(values()).forEach(kind -> all[kind.code] = kind);
        return all;
    }

    static EventKind of(int code) {
        return BY_CODE[code];
    }

    static EventKind of(HomeEvent event) {
        return switch (event) {
            case StateChange change -> change.after() == null ? REMOVED : CHANGED;
            case ServiceCall call -> CALLED;
            case AutomationTriggered run -> AUTOMATION;
            case ScriptStarted run -> SCRIPT;
            case CoreStarted start -> STARTED;
            case CoreStopped stop -> STOPPED;
        };
    }

    /** In the file; never changes. */
    int code() {
        return code;
    }

    boolean isChange() {
        return this == CHANGED || this == REMOVED;
    }
}
