package io.homeiq.store.history;

import io.homeiq.contracts.home.Attributes;
import io.homeiq.contracts.home.AutomationTriggered;
import io.homeiq.contracts.home.Context;
import io.homeiq.contracts.home.CoreStarted;
import io.homeiq.contracts.home.CoreStopped;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeEvent;
import io.homeiq.contracts.home.ScriptStarted;
import io.homeiq.contracts.home.ServiceCall;
import io.homeiq.contracts.home.StateChange;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One event as the columns of its row; {@link HistorySchema} says what each holds. */
record EventRow(
        Subject subject, long time, String state, @Nullable String detail, Attributes attributes, Context context) {

    private static final String SEPARATOR = ",";

    static EventRow of(HomeEvent event) {
        EventKind kind = EventKind.of(event);
        return switch (event) {
            case StateChange change -> ofChange(kind, change);
            case ServiceCall call -> ofCall(kind, call);
            case AutomationTriggered run -> ofRun(Subject.of(kind, run.automation()), run.source(), run);
            case ScriptStarted run -> ofRun(Subject.of(kind, run.script()), null, run);
            case CoreStarted start -> ofRun(Subject.of(kind, ""), null, start);
            case CoreStopped stop -> ofRun(Subject.of(kind, ""), null, stop);
        };
    }

    private static EventRow ofChange(EventKind kind, StateChange change) {
        String state = change.after() == null ? "" : change.after();
        return new EventRow(
                Subject.of(kind, change.entityId()),
                Times.micros(change.time()),
                state,
                change.before(),
                change.attributes(),
                change.context());
    }

    private static EventRow ofCall(EventKind kind, ServiceCall call) {
        String id = idOrNothing(call.context());
        return new EventRow(
                Subject.of(kind, call.domain() + "." + call.service()),
                Times.micros(call.time()),
                call.targets().isEmpty()
                        ? id
                        : id + " " + join(call.targets().stream().sorted()),
                call.targets().isEmpty() ? null : join(call.targets().stream()),
                call.data(),
                call.context());
    }

    private static EventRow ofRun(Subject subject, @Nullable String detail, HomeEvent event) {
        String id = idOrNothing(event.context());
        return new EventRow(subject, Times.micros(event.time()), id, detail, Attributes.NONE, event.context());
    }

    private static String idOrNothing(Context context) {
        return context.id() == null ? "" : context.id();
    }

    private static String join(Stream<EntityId> entities) {
        return entities.map(EntityId::value).collect(Collectors.joining(SEPARATOR));
    }

    /** The event that these columns were made of. */
    HomeEvent event() {
        Instant at = Times.instant(time);
        return switch (subject.kind()) {
            case CHANGED -> new StateChange(subject.requireEntity(), detail, state, attributes, at, context);
            case REMOVED -> new StateChange(subject.requireEntity(), detail, null, attributes, at, context);
            case CALLED -> call(at);
            case AUTOMATION -> new AutomationTriggered(subject.requireEntity(), detail, at, context);
            case SCRIPT -> new ScriptStarted(subject.requireEntity(), at, context);
            case STARTED -> new CoreStarted(at, context);
            case STOPPED -> new CoreStopped(at, context);
        };
    }

    private ServiceCall call(Instant at) {
        String name = subject.name();
        int dot = name.indexOf('.');
        List<EntityId> targets = detail == null
                ? List.of()
                : Arrays.stream(detail.split(SEPARATOR)).map(EntityId::new).toList();
        return new ServiceCall(name.substring(0, dot), name.substring(dot + 1), targets, attributes, at, context);
    }
}
