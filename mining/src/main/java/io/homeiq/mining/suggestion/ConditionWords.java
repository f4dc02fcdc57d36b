package io.homeiq.mining.suggestion;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.rule.AllOf;
import io.homeiq.contracts.rule.AnyOf;
import io.homeiq.contracts.rule.Condition;
import io.homeiq.contracts.rule.NoneOf;
import io.homeiq.contracts.rule.NumericStateCondition;
import io.homeiq.contracts.rule.OpaqueCondition;
import io.homeiq.contracts.rule.StateCondition;
import io.homeiq.contracts.rule.SunCondition;
import io.homeiq.contracts.rule.SunEvent;
import io.homeiq.contracts.rule.TimeCondition;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says a condition in plain English, as the end of a sentence, with the blank or comma before it. */
final class ConditionWords {

    private static final String HOME_ZONE = "zone.home";

    private final EntityNames names;

    ConditionWords(EntityNames names) {
        this.names = names;
    }

    String of(Condition condition) {
        return switch (condition) {
            case TimeCondition time -> time(time);
            case StateCondition state ->
                " if " + names(state.entities(), " and ") + " is " + String.join(" or ", state.states());
            case SunCondition sun -> " " + sun(sun);
            case NumericStateCondition number -> " if " + number(number);
            case AnyOf any -> joined(any.conditions(), " or");
            case AllOf all -> all.conditions().stream().map(this::of).collect(Collectors.joining());
            case NoneOf none -> ", but not" + joined(none.conditions(), " or");
            case OpaqueCondition ignored -> " under a further condition";
        };
    }

    private String joined(List<Condition> conditions, String word) {
        return conditions.stream().map(this::of).collect(Collectors.joining(word));
    }

    private String names(List<EntityId> entities, String word) {
        return entities.stream().map(names::of).collect(Collectors.joining(word));
    }

    private static String time(TimeCondition time) {
        String hours = Stream.of(
                        time.after() == null ? "" : "from " + time.after(),
                        time.before() == null ? "" : "until " + time.before())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
        return (time.weekdays().isEmpty() ? "" : " " + RuleWords.weekdays(time.weekdays()))
                + (hours.isEmpty() ? "" : ", " + hours);
    }

    private static String sun(SunCondition sun) {
        boolean night = sun.after() == SunEvent.SUNSET
                && sun.before() == SunEvent.SUNRISE
                && sun.afterOffset().isZero()
                && sun.beforeOffset().isZero();
        if (night) {
            return "when it is dark";
        }
        return Stream.of(
                        edge("after", sun.after(), sun.afterOffset()), edge("before", sun.before(), sun.beforeOffset()))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" and "));
    }

    private static String edge(String word, @Nullable SunEvent event, Duration offset) {
        if (event == null) {
            return "";
        }
        String name = event == SunEvent.SUNRISE ? "sunrise" : "sunset";
        return offset.isZero()
                ? word + " " + name
                : word + " the moment " + RuleWords.duration(offset.abs())
                        + (offset.isNegative() ? " before " : " after ") + name;
    }

    private String number(NumericStateCondition number) {
        boolean people = number.entities().getFirst().value().equals(HOME_ZONE);
        if (people && number.below() == null) {
            return "somebody is at home";
        }
        if (people && number.above() == null) {
            return "nobody is at home";
        }
        return names(number.entities(), " and ") + " is "
                + Stream.of(side("above ", number.above()), side("below ", number.below()))
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(" and "));
    }

    private static String side(String word, @Nullable Double bound) {
        return bound == null ? "" : word + plain(bound);
    }

    /** Without the ".0" of a whole number. */
    static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
}
