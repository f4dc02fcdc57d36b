package io.homeiq.mining.suggestion;

import io.homeiq.contracts.rule.Condition;
import io.homeiq.contracts.rule.NumericStateTrigger;
import io.homeiq.contracts.rule.OpaqueTrigger;
import io.homeiq.contracts.rule.Rule;
import io.homeiq.contracts.rule.StateTrigger;
import io.homeiq.contracts.rule.SunEvent;
import io.homeiq.contracts.rule.SunTrigger;
import io.homeiq.contracts.rule.TimeTrigger;
import io.homeiq.contracts.rule.Trigger;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.format.TextStyle;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Says a rule in plain English, in the order "do what, when, under which condition". */
final class RuleWords {

    private static final String ZONE = "zone.home";

    private final EntityNames names;

    RuleWords(EntityNames names) {
        this.names = names;
    }

    String of(Rule rule) {
        String what = new ActionWords(names).of(rule.actions());
        Duration wait = ActionWords.leadingWait(rule.actions());
        String when = rule.triggers().stream().map(this::trigger).collect(Collectors.joining(" or "));
        String conditions = rule.conditions().stream().map(this::condition).collect(Collectors.joining());
        return what + " " + (wait.isZero() ? when : duration(wait) + " after " + when.replaceFirst("^when ", ""))
                + conditions;
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
                        + becomes(state);
            case NumericStateTrigger number -> number(number);
            case OpaqueTrigger ignored -> "on an occasion that cannot be told in words";
        };
    }

    private static String becomes(StateTrigger state) {
        String to = String.join(" or ", state.to());
        boolean left = state.to().isEmpty() && state.from().equals(List.of("home"));
        String held = state.holdFor().isZero() ? "" : " for " + duration(state.holdFor());
        return switch (state.entities().getFirst().domain() + " " + (left ? "not_home" : to)) {
            case "person home", "device_tracker home" -> held.isEmpty() ? "comes home" : "has been home" + held;
            case "person not_home", "device_tracker not_home" -> held.isEmpty() ? "leaves" : "has been away" + held;
            default -> {
                if (to.isEmpty()) {
                    yield "changes";
                }
                yield (held.isEmpty() ? "becomes" : "has been") + " \"" + to + "\"" + held;
            }
        };
    }

    private String number(NumericStateTrigger number) {
        String held = number.holdFor().isZero() ? "" : " for " + duration(number.holdFor());
        if (number.entities().getFirst().value().equals(ZONE)) {
            return number.above() == null
                    ? held.isEmpty() ? "when the last one leaves" : "when nobody has been home" + held
                    : held.isEmpty() ? "when the first one comes home" : "when somebody has been home" + held;
        }
        return "when "
                + number.entities().stream().map(names::of).collect(Collectors.joining(" or "))
                + (number.above() == null ? "" : " rises above " + ConditionWords.plain(number.above()))
                + (number.below() == null ? "" : " falls below " + ConditionWords.plain(number.below()))
                + held;
    }

    private static String sun(SunTrigger sun) {
        String event = sun.event() == SunEvent.SUNRISE ? "sunrise" : "sunset";
        return sun.offset().isZero()
                ? "at " + event
                : duration(sun.offset().abs()) + (sun.offset().isNegative() ? " before " : " after ") + event;
    }

    private String condition(Condition condition) {
        return new ConditionWords(names).of(condition);
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
