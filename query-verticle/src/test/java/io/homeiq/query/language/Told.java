package io.homeiq.query.language;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.rule.Action;
import io.homeiq.contracts.rule.AnyOf;
import io.homeiq.contracts.rule.CallService;
import io.homeiq.contracts.rule.Condition;
import io.homeiq.contracts.rule.Delay;
import io.homeiq.contracts.rule.NumericStateCondition;
import io.homeiq.contracts.rule.NumericStateTrigger;
import io.homeiq.contracts.rule.StateCondition;
import io.homeiq.contracts.rule.StateTrigger;
import io.homeiq.contracts.rule.SunCondition;
import io.homeiq.contracts.rule.SunTrigger;
import io.homeiq.contracts.rule.TimeCondition;
import io.homeiq.contracts.rule.TimeTrigger;
import io.homeiq.contracts.rule.Trigger;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A meaning in one line, for tables of sentences. */
final class Told {

    private Told() {}

    static String of(Meaning meaning) {
        return switch (meaning) {
            case Meaning.Automate automate ->
                "automation: " + join(automate.rule().triggers(), Told::trigger)
                        + (automate.rule().conditions().isEmpty()
                                ? ""
                                : " | " + join(automate.rule().conditions(), Told::condition))
                        + " => " + join(automate.rule().actions(), Told::action);
            case Meaning.Act act -> "command: " + join(act.calls(), Told::action);
            case Meaning.AskState ask -> "state: " + ids(ask.question().entities());
            case Meaning.AskHabits(HabitQuestion question) ->
                question.asked().name().toLowerCase(Locale.ROOT) + ": " + ids(question.about());
            case Meaning.Unclear unclear -> "question: " + ids(unclear.entities());
            case Meaning.Refused ignored -> "refusal";
        };
    }

    private static <T> String join(List<T> parts, Function<T, String> text) {
        return parts.stream().map(text).collect(Collectors.joining("; "));
    }

    private static String ids(List<EntityId> ids) {
        return ids.stream().map(EntityId::value).collect(Collectors.joining(","));
    }

    private static String trigger(Trigger trigger) {
        return switch (trigger) {
            case TimeTrigger time -> "at " + time.at();
            case SunTrigger sun ->
                sun.event().name().toLowerCase(Locale.ROOT)
                        + (sun.offset().isZero() ? "" : " " + sun.offset().toMinutes() + "m");
            case StateTrigger state ->
                ids(state.entities()) + " " + state.from() + ">" + state.to() + hold(state.holdFor());
            case NumericStateTrigger number ->
                ids(number.entities()) + " >" + number.above() + " <" + number.below() + hold(number.holdFor());
            default -> trigger.toString();
        };
    }

    private static String hold(Duration hold) {
        return hold.isZero() ? "" : " for " + hold;
    }

    private static String condition(Condition condition) {
        return switch (condition) {
            case TimeCondition time ->
                time.after() + "-" + time.before() + " " + time.weekdays().size() + "d";
            case SunCondition sun -> "sun " + sun.after() + "-" + sun.before();
            case StateCondition state -> ids(state.entities()) + "=" + state.states();
            case NumericStateCondition number -> ids(number.entities()) + " >" + number.above() + " <" + number.below();
            case AnyOf any -> "any(" + join(any.conditions(), Told::condition) + ")";
            default -> condition.toString();
        };
    }

    private static String action(Action action) {
        return switch (action) {
            case CallService call ->
                call.domain() + "." + call.service() + " " + ids(call.targets())
                        + (call.data().tree().isEmpty() ? "" : " " + call.data().tree());
            case Delay delay -> "wait " + delay.duration();
            default -> action.toString();
        };
    }
}
