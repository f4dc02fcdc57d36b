package io.homeiq.mining.safety.conflict;

import io.homeiq.contracts.rule.SunEvent;
import io.homeiq.mining.safety.conduct.Conduct;
import io.homeiq.mining.safety.conduct.Effect;
import io.homeiq.mining.safety.conduct.Occasion;
import io.homeiq.mining.safety.conduct.Outcome;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Occasions and effects in plain words, made to be put into a sentence. */
final class Words {

    /** Of a name in a sentence, in characters. */
    private static final int MAX_NAME = 80;

    private Words() {}

    static String name(Conduct conduct) {
        String name = conduct.name().replaceAll("\\s+", " ").strip();
        return "“" + (name.length() <= MAX_NAME ? name : name.substring(0, MAX_NAME) + "…") + "”";
    }

    /** As in "when …". */
    static String when(Occasion occasion) {
        return switch (occasion) {
            case Occasion.Becomes becomes -> "when " + becomes.entity() + becomes(becomes) + held(becomes.hold());
            case Occasion.Crosses crosses -> "when " + crosses(crosses) + held(crosses.hold());
            case Occasion.AtClock clock -> "at " + time(clock.time());
            case Occasion.AtSun sun -> sun(sun);
            case Occasion.EverySoOften often -> "every so often (" + often.perDay() + " times a day)";
            case Occasion.Other other -> "upon the same trigger of the kind “" + other.kind() + "”";
        };
    }

    private static String becomes(Occasion.Becomes becomes) {
        String what = becomes.attribute() == null ? "" : "'s " + becomes.attribute();
        if (!becomes.to().isEmpty()) {
            return what + " becomes " + quoted(becomes.to());
        }
        return becomes.from().isEmpty() ? what + " changes" : what + " is no longer " + quoted(becomes.from());
    }

    private static String quoted(Collection<String> states) {
        return String.join(
                " or ",
                states.stream().sorted().map(state -> "\"" + state + "\"").toList());
    }

    private static String crosses(Occasion.Crosses crosses) {
        String what = crosses.entity() + (crosses.attribute() == null ? "" : "'s " + crosses.attribute());
        if (crosses.above() != null && crosses.below() != null) {
            return what + " comes to lie between " + number(crosses.above()) + " and " + number(crosses.below());
        }
        return crosses.above() != null
                ? what + " rises above " + number(crosses.above())
                : what + " falls below " + number(crosses.below());
    }

    static String number(@Nullable Double value) {
        return value == null
                ? ""
                : BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    private static String held(Duration hold) {
        return hold.isZero() ? "" : " for " + duration(hold);
    }

    static String duration(Duration duration) {
        long seconds = duration.toSeconds();
        if (seconds >= 3600 && seconds % 3600 == 0) {
            return seconds / 3600 + " h";
        }
        return seconds >= 60 && seconds % 60 == 0 ? seconds / 60 + " min" : seconds + " s";
    }

    static String time(LocalTime time) {
        return time.getSecond() == 0 ? String.valueOf(time) : time.toString();
    }

    private static String sun(Occasion.AtSun sun) {
        String event = sun.event() == SunEvent.SUNRISE ? "sunrise" : "sunset";
        if (sun.offset().isZero()) {
            return "at " + event;
        }
        return duration(sun.offset().abs()) + (sun.offset().isNegative() ? " before " : " after ") + event;
    }

    /** As in "it …". */
    static String does(Effect effect) {
        String entity = effect.entity().value();
        String delay = effect.deed().after().isZero()
                ? ""
                : " " + duration(effect.deed().after()) + " later";
        return verb(effect.outcome(), entity) + delay;
    }

    private static String verb(Outcome outcome, String entity) {
        return switch (outcome) {
            case Outcome.Toggles toggles -> "toggles " + entity;
            case Outcome.Nudges nudges -> "changes " + entity + " a little";
            case Outcome.Varies varies -> "changes " + entity;
            case Outcome.Sets sets when sets.state() == null -> "sets " + entity + settings(sets.settings());
            case Outcome.Sets sets -> state(entity, sets) + settings(sets.settings());
        };
    }

    private static String state(String entity, Outcome.Sets sets) {
        return switch (String.valueOf(sets.state())) {
            case "on" -> "turns " + entity + " on";
            case "off" -> "turns " + entity + " off";
            case "open" -> "opens " + entity;
            case "closed" -> "closes " + entity;
            case "locked" -> "locks " + entity;
            case "unlocked" -> "unlocks " + entity;
            default -> "sets " + entity + " to \"" + sets.state() + "\"";
        };
    }

    private static String settings(Map<String, Object> settings) {
        if (settings.isEmpty()) {
            return "";
        }
        Map<String, Object> sorted = new TreeMap<>(settings);
        return " ("
                + String.join(
                        ", ",
                        sorted.entrySet().stream()
                                .limit(3)
                                .map(entry -> entry.getKey() + " " + shortened(entry.getValue()))
                                .toList())
                + ")";
    }

    private static String shortened(Object value) {
        String text = String.valueOf(value);
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }
}
