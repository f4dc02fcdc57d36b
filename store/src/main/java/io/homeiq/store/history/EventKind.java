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
    CHANGED(1, StateChange.class),
    REMOVED(2, StateChange.class),
    CALLED(3, ServiceCall.class),
    AUTOMATION(4, AutomationTriggered.class),
    SCRIPT(5, ScriptStarted.class),
    STARTED(6, CoreStarted.class),
    STOPPED(7, CoreStopped.class);

    private static final EventKind[] BY_CODE = byCode();

    private final int code;
    private final Class<? extends HomeEvent> type;

    EventKind(int code, Class<? extends HomeEvent> type) {
        this.code = code;
        this.type = type;
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

    /** Of the events that it stands for. */
    Class<? extends HomeEvent> type() {
        return type;
    }

    boolean isChange() {
        return this == CHANGED || this == REMOVED;
    }
}
