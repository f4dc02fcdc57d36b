package io.homeiq.mining.safety.conflict;

import io.homeiq.contracts.rule.Condition;
import io.homeiq.contracts.rule.StateCondition;
import io.homeiq.mining.safety.conduct.Effect;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What two automations make of the same entity upon the same happening: one undoes the other, or the later one decides. */
final class Opposites {

    /** Steps this close together happen in an order that nobody can count on. */
    private static final Duration AT_ONCE = Duration.ofSeconds(1);

    private Opposites() {}

    /** The first found between the two runs, the gravest kind first. */
    static Optional<Conflict> between(Run one, Run other) {
        if (!Moments.coincide(one.occasion(), other.occasion())) {
            return Optional.empty();
        }
        return clash(one, other, Clash.OPPOSITE)
                .or(() -> clash(one, other, Clash.DIFFERENT))
                .or(() -> removes(one, other))
                .or(() -> removes(other, one));
    }

    private static Optional<Conflict> clash(Run one, Run other, Clash wanted) {
        for (Effect a : one.effects()) {
            for (Effect b : other.effects()) {
                if (a.entity().equals(b.entity())
                        && Clash.between(a.outcome(), b.outcome()) == wanted
                        && areAtOnce(a, b)
                        && !Logic.cannotHold(Logic.joined(one.conditionsOf(a), other.conditionsOf(b)))) {
                    return Optional.of(wanted == Clash.OPPOSITE ? opposite(one, a, other, b) : race(one, a, other, b));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean areAtOnce(Effect a, Effect b) {
        return isCertain(a)
                && isCertain(b)
                && a.deed().after().minus(b.deed().after()).abs().compareTo(AT_ONCE) <= 0;
    }

    private static boolean isCertain(Effect effect) {
        return effect.deed().isSure() && !Run.isOpen(effect.deed());
    }

    private static Conflict opposite(Run one, Effect a, Run other, Effect b) {
        String words = upper(Words.when(one.occasion())) + ", " + Words.name(one.conduct()) + " " + Words.does(a)
                + " and " + Words.name(other.conduct()) + " " + Words.does(b) + ". Which of them wins is chance"
                + provided(one, other) + ".";
        return Conflict.of(
                ConflictKind.OPPOSITE_ON_TRIGGER,
                Gravity.ASK,
                List.of(one.conduct(), other.conduct()),
                Optional.of(a.entity()),
                words);
    }

    private static Conflict race(Run one, Effect a, Run other, Effect b) {
        String words = upper(Words.when(one.occasion())) + ", " + Words.name(one.conduct()) + " " + Words.does(a)
                + " and " + Words.name(other.conduct()) + " " + Words.does(b)
                + ". The one that happens to run last decides" + provided(one, other) + ".";
        return Conflict.of(
                ConflictKind.RACE,
                Gravity.ASK,
                List.of(one.conduct(), other.conduct()),
                Optional.of(a.entity()),
                words);
    }

    /** Whether one run sets at once what the other's conditions ask for. */
    private static Optional<Conflict> removes(Run writer, Run reader) {
        for (Effect effect : writer.effects()) {
            Optional<String> state = effect.outcome().certainState();
            if (state.isEmpty() || !effect.deed().after().isZero() || !isCertain(effect)) {
                continue;
            }
            Optional<StateCondition> asked = asked(reader.conduct().conditions(), effect);
            if (asked.isPresent()
                    && !asked.get().states().contains(state.get())
                    && asked.get().heldFor().isZero()
                    && !Logic.cannotHold(Logic.joined(
                            writer.conditionsOf(effect), reader.conduct().conditions()))) {
                return Optional.of(removed(writer, effect, reader, asked.get()));
            }
        }
        return Optional.empty();
    }

    private static Optional<StateCondition> asked(List<Condition> conditions, Effect effect) {
        return conditions.stream()
                .filter(StateCondition.class::isInstance)
                .map(StateCondition.class::cast)
                .filter(state -> state.entities().contains(effect.entity()))
                .findFirst();
    }

    private static Conflict removed(Run writer, Effect effect, Run reader, StateCondition asked) {
        String words =
                upper(Words.when(writer.occasion())) + ", " + Words.name(writer.conduct()) + " " + Words.does(effect)
                        + ", and " + Words.name(reader.conduct()) + " goes on only if it is \""
                        + String.join("\" or \"", asked.states())
                        + "\". Both start at once, so it depends on which comes first.";
        return Conflict.of(
                ConflictKind.RACE,
                Gravity.ASK,
                List.of(writer.conduct(), reader.conduct()),
                Optional.of(effect.entity()),
                words);
    }

    /** Where conditions cannot be read, both may not be let through at once. */
    private static String provided(Run one, Run other) {
        boolean isOpen = Stream.concat(one.conduct().conditions().stream(), other.conduct().conditions().stream())
                .anyMatch(condition -> !condition.isTransparent());
        return isOpen ? ", whenever the conditions of both hold" : "";
    }

    static String upper(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
