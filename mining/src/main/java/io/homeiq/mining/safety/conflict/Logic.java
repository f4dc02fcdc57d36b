package io.homeiq.mining.safety.conflict;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.rule.AllOf;
import io.homeiq.contracts.rule.AnyOf;
import io.homeiq.contracts.rule.Condition;
import io.homeiq.contracts.rule.NoneOf;
import io.homeiq.contracts.rule.NumericStateCondition;
import io.homeiq.contracts.rule.StateCondition;
import io.homeiq.contracts.rule.SunCondition;
import io.homeiq.contracts.rule.SunEvent;
import io.homeiq.mining.safety.conduct.Occasion;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What follows from conditions. It errs on the side of "can hold": a condition that is not understood excludes and implies nothing but itself. */
final class Logic {

    private Logic() {}

    /** Whether it is certain that not all of them can hold at once. */
    static boolean cannotHold(List<Condition> conditions) {
        List<Condition> flat = flatten(conditions);
        if (Times.of(flat).isEmpty()) {
            return true;
        }
        for (int i = 0; i < flat.size(); i++) {
            for (int j = i; j < flat.size(); j++) {
                if (excludes(flat.get(i), flat.get(j)) || i != j && excludes(flat.get(j), flat.get(i))) {
                    return true;
                }
            }
        }
        return flat.stream()
                .filter(AnyOf.class::isInstance)
                .anyMatch(any -> ((AnyOf) any).conditions().stream().allMatch(option -> isRuledOut(option, flat)));
    }

    private static boolean isRuledOut(Condition option, List<Condition> flat) {
        List<Condition> with = new ArrayList<>(flatten(List.of(option)));
        return with.stream()
                        .anyMatch(part -> flat.stream()
                                .filter(other -> !(other instanceof AnyOf))
                                .anyMatch(other -> excludes(part, other) || excludes(other, part)))
                || Times.of(joined(with, flat)).isEmpty();
    }

    static List<Condition> joined(List<Condition> one, List<Condition> other) {
        List<Condition> all = new ArrayList<>(one);
        all.addAll(other);
        return all;
    }

    private static List<Condition> flatten(List<Condition> conditions) {
        List<Condition> flat = new ArrayList<>();
        for (Condition condition : conditions) {
            switch (condition) {
                case AllOf all -> flat.addAll(flatten(all.conditions()));
                case AnyOf any when any.conditions().size() == 1 -> flat.addAll(flatten(any.conditions()));
                default -> flat.add(condition);
            }
        }
        return flat;
    }

    private static boolean excludes(Condition one, Condition other) {
        if (one instanceof NoneOf none) {
            return none.conditions().stream().anyMatch(inner -> implies(List.of(other), inner));
        }
        if (one instanceof StateCondition a && other instanceof StateCondition b) {
            return a.entities().stream().anyMatch(b.entities()::contains)
                    && a.states().stream().noneMatch(b.states()::contains);
        }
        if (one instanceof NumericStateCondition a && other instanceof NumericStateCondition b) {
            return isSameNumber(a, b) && (isBeyond(a.above(), b.below()) || isBeyond(b.above(), a.below()));
        }
        if (one instanceof SunCondition a && other instanceof SunCondition b) {
            return isDarkOnly(a) && isLightOnly(b) || isLightOnly(a) && isDarkOnly(b);
        }
        return false;
    }

    private static boolean isSameNumber(NumericStateCondition a, NumericStateCondition b) {
        return Objects.equals(a.attribute(), b.attribute())
                && a.entities().stream().anyMatch(b.entities()::contains);
    }

    private static boolean isBeyond(@Nullable Double above, @Nullable Double below) {
        return above != null && below != null && above >= below;
    }

    private static boolean isDarkOnly(SunCondition sun) {
        return isPlain(sun) && sun.after() != SunEvent.SUNRISE && sun.before() != SunEvent.SUNSET;
    }

    private static boolean isLightOnly(SunCondition sun) {
        return isPlain(sun) && sun.after() == SunEvent.SUNRISE && sun.before() == SunEvent.SUNSET;
    }

    private static boolean isPlain(SunCondition sun) {
        return sun.afterOffset().isZero() && sun.beforeOffset().isZero();
    }

    /** Whether all of the wanted certainly hold where all of the given do. */
    static boolean impliesAll(List<Condition> given, List<Condition> wanted) {
        List<Condition> flat = flatten(given);
        return flatten(wanted).stream().allMatch(condition -> implies(flat, condition));
    }

    private static boolean implies(List<Condition> given, Condition wanted) {
        if (given.contains(wanted)) {
            return true;
        }
        if (Times.isOfClock(wanted)) {
            return Times.isWithin(Times.of(given), Times.of(List.of(wanted)));
        }
        return switch (wanted) {
            case AllOf all -> all.conditions().stream().allMatch(inner -> implies(given, inner));
            case AnyOf any -> any.conditions().stream().anyMatch(inner -> implies(given, inner));
            case StateCondition state ->
                given.stream().anyMatch(has -> has instanceof StateCondition a && covers(a, state));
            case NumericStateCondition number ->
                given.stream().anyMatch(has -> has instanceof NumericStateCondition a && covers(a, number));
            default -> false;
        };
    }

    private static boolean covers(StateCondition has, StateCondition wanted) {
        return has.entities().containsAll(wanted.entities())
                && wanted.states().containsAll(has.states())
                && has.heldFor().compareTo(wanted.heldFor()) >= 0;
    }

    private static boolean covers(NumericStateCondition has, NumericStateCondition wanted) {
        boolean above = wanted.above() == null || has.above() != null && has.above() >= wanted.above();
        boolean below = wanted.below() == null || has.below() != null && has.below() <= wanted.below();
        return Objects.equals(has.attribute(), wanted.attribute())
                && has.entities().containsAll(wanted.entities())
                && above
                && below;
    }

    /** What certainly holds in the moment of the occasion. */
    static List<Condition> heldAt(Occasion occasion) {
        return switch (occasion) {
            case Occasion.Becomes becomes
            when becomes.attribute() == null && !becomes.to().isEmpty() ->
                List.of(new StateCondition(
                        List.of(becomes.entity()),
                        becomes.to().stream().sorted().toList(),
                        becomes.hold()));
            case Occasion.Crosses crosses
            when crosses.above() != null || crosses.below() != null ->
                List.of(new NumericStateCondition(
                        List.of(crosses.entity()), crosses.attribute(), crosses.above(), crosses.below()));
            default -> List.of();
        };
    }

    /** That an entity is in a state. */
    static Condition is(EntityId entity, String state) {
        return new StateCondition(List.of(entity), List.of(state), Duration.ZERO);
    }
}
