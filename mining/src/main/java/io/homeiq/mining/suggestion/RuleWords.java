package io.homeiq.mining.suggestion;

import io.homeiq.contracts.rule.Action;
import io.homeiq.contracts.rule.CallService;
import io.homeiq.contracts.rule.Condition;
import io.homeiq.contracts.rule.Delay;
import io.homeiq.contracts.rule.NumericStateTrigger;
import io.homeiq.contracts.rule.OpaqueAction;
import io.homeiq.contracts.rule.OpaqueTrigger;
import io.homeiq.contracts.rule.Rule;
import io.homeiq.contracts.rule.StateCondition;
import io.homeiq.contracts.rule.StateTrigger;
import io.homeiq.contracts.rule.SunEvent;
import io.homeiq.contracts.rule.SunTrigger;
import io.homeiq.contracts.rule.TimeCondition;
import io.homeiq.contracts.rule.TimeTrigger;
import io.homeiq.contracts.rule.Trigger;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.format.TextStyle;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says a rule in plain English, in the order "do what, when, under which condition". */
final class RuleWords {

    private static final Map<String, String> VERBS = Map.ofEntries(
            Map.entry("turn_on", "Turn on %s"),
            Map.entry("turn_off", "Turn off %s"),
            Map.entry("open_cover", "Open %s"),
            Map.entry("close_cover", "Close %s"),
            Map.entry("media_play", "Start playing on %s"),
            Map.entry("media_pause", "Pause %s"),
            Map.entry("start", "Start %s"),
            Map.entry("return_to_base", "Send %s back to its base"),
            Map.entry("lock", "Lock %s"),
            Map.entry("unlock", "Unlock %s"));

    private final EntityNames names;

    RuleWords(EntityNames names) {
        this.names = names;
    }

    String of(Rule rule) {
        String what = rule.actions().stream()
                .filter(action -> !(action instanceof Delay))
                .map(this::action)
                .collect(Collectors.joining(", then "));
        String wait = rule.actions().stream()
                .filter(Delay.class::isInstance)
                .map(delay -> duration(((Delay) delay).duration()) + " after ")
                .collect(Collectors.joining());
        String when = rule.triggers().stream().map(this::trigger).collect(Collectors.joining(" or "));
        String conditions = rule.conditions().stream().map(this::condition).collect(Collectors.joining());
        return what + " " + (wait.isEmpty() ? when : wait + when.replaceFirst("^when ", "")) + conditions;
    }

    private String action(Action action) {
        return switch (action) {
            case CallService call -> call(call);
            case Delay delay -> "wait " + duration(delay.duration());
            case OpaqueAction ignored -> "do something that cannot be told in words";
        };
    }

    private String call(CallService call) {
        String targets = call.targets().stream().map(names::of).collect(Collectors.joining(" and "));
        String verb = VERBS.getOrDefault(call.service(), "Do " + call.domain() + "." + call.service() + " with %s");
        Object brightness = call.data().tree().get("brightness_pct");
        String options = brightness != null
                ? " at " + brightness + " %"
                : call.data().tree().values().stream()
                        .filter(Objects::nonNull)
                        .map(value -> " to " + value)
                        .collect(Collectors.joining());
        return String.format(Locale.ROOT, verb, targets) + options;
    }

    private String trigger(Trigger trigger) {
        return switch (trigger) {
            case TimeTrigger time ->
                "at "
                        + time.at().stream()
                                .map(at -> at.toString().substring(0, 5))
                                .collect(Collectors.joining(" and "));
            case SunTrigger sun -> sun(sun);
            case StateTrigger state ->
                "when "
                        + state.entities().stream().map(names::of).collect(Collectors.joining(" or ")) + " "
                        + (state.to().isEmpty() ? "changes" : becomes(state));
            case NumericStateTrigger number ->
                "when "
                        + number.entities().stream().map(names::of).collect(Collectors.joining(" or "))
                        + (number.above() == null ? "" : " rises above " + number.above())
                        + (number.below() == null ? "" : " falls below " + number.below());
            case OpaqueTrigger ignored -> "on an occasion that cannot be told in words";
        };
    }

    private static String becomes(StateTrigger state) {
        String to = String.join(" or ", state.to());
        return switch (state.entities().getFirst().domain() + " " + to) {
            case "person home", "device_tracker home" -> "comes home";
            case "person not_home", "device_tracker not_home" -> "leaves";
            default -> "becomes \"" + to + "\"";
        };
    }

    private static String sun(SunTrigger sun) {
        String event = sun.event() == SunEvent.SUNRISE ? "sunrise" : "sunset";
        return sun.offset().isZero()
                ? "at " + event
                : duration(sun.offset().abs()) + (sun.offset().isNegative() ? " before " : " after ") + event;
    }

    private String condition(Condition condition) {
        return switch (condition) {
            case TimeCondition time -> time(time);
            case StateCondition state ->
                " if "
                        + state.entities().stream().map(names::of).collect(Collectors.joining(" and ")) + " is "
                        + String.join(" or ", state.states());
            default -> " under a further condition";
        };
    }

    private static String time(TimeCondition time) {
        String hours = Stream.of(
                        time.after() == null ? "" : "from " + time.after(),
                        time.before() == null ? "" : "until " + time.before())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
        return (time.weekdays().isEmpty() ? "" : " " + weekdays(time.weekdays()))
                + (hours.isEmpty() ? "" : ", " + hours);
    }

    static String weekdays(Set<DayOfWeek> days) {
        if (days.size() == DayOfWeek.values().length) {
            return "every day";
        }
        if (days.equals(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY))) {
            return "on workdays";
        }
        if (days.equals(EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY))) {
            return "on weekends";
        }
        return "on "
                + days.stream()
                        .sorted()
                        .map(day -> day.getDisplayName(TextStyle.FULL, Locale.ENGLISH))
                        .collect(Collectors.joining(", "));
    }

    static String duration(Duration duration) {
        long seconds = duration.toSeconds();
        if (seconds % 60 != 0) {
            return seconds < 60 ? seconds + " seconds" : seconds / 60 + " min " + seconds % 60 + " s";
        }
        long minutes = seconds / 60;
        return minutes == 1 ? "1 minute" : minutes + " minutes";
    }
}
