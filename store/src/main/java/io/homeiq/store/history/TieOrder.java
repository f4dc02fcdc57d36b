package io.homeiq.store.history;

import io.homeiq.contracts.home.AutomationTriggered;
import io.homeiq.contracts.home.CoreStarted;
import io.homeiq.contracts.home.CoreStopped;
import io.homeiq.contracts.home.HomeEvent;
import io.homeiq.contracts.home.ScriptStarted;
import io.homeiq.contracts.home.ServiceCall;
import io.homeiq.contracts.home.StateChange;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * The order of events of one microsecond. It follows from what they tell and not from when they arrived, so that the same
 * history is read the same, however its sources were mixed; and what explains others comes before what it explains.
 */
final class TieOrder {

    static final Comparator<HomeEvent> BY_CONTENT = Comparator.comparingInt(TieOrder::rank)
            .thenComparing(TieOrder::subject)
            .thenComparing(TieOrder::value)
            .thenComparing(event -> text(event.context().id()));

    private TieOrder() {}

    private static int rank(HomeEvent event) {
        return switch (event) {
            case CoreStopped ignored -> 0;
            case CoreStarted ignored -> 1;
            case AutomationTriggered ignored -> 2;
            case ScriptStarted ignored -> 3;
            case ServiceCall ignored -> 4;
            case StateChange ignored -> 5;
        };
    }

    private static String subject(HomeEvent event) {
        return switch (event) {
            case CoreStopped ignored -> "";
            case CoreStarted ignored -> "";
            case AutomationTriggered run -> run.automation().value();
            case ScriptStarted run -> run.script().value();
            case ServiceCall call -> call.domain() + "." + call.service();
            case StateChange change -> change.entityId().value();
        };
    }

    private static String value(HomeEvent event) {
        return switch (event) {
            case StateChange change -> text(change.after());
            case ServiceCall call -> call.targets().toString();
            default -> "";
        };
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
