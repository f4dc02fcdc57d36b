package io.homeiq.mining.safety.conflict;

import io.homeiq.contracts.rule.Condition;
import io.homeiq.contracts.rule.StateCondition;
import io.homeiq.mining.safety.conduct.Conduct;
import io.homeiq.mining.safety.conduct.Deed;
import io.homeiq.mining.safety.conduct.Effect;
import io.homeiq.mining.safety.conduct.Effects;
import io.homeiq.mining.safety.conduct.Guard;
import io.homeiq.mining.safety.conduct.Occasion;
import io.homeiq.mining.safety.conduct.Occasion.AtClock;
import io.homeiq.mining.safety.conduct.Occasion.Becomes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Conditions that never hold, by themselves, by what the automation does before, or by what another one does. */
@SuppressWarnings("ReferenceEquality") // two that say the same are two all the same
final class Defeats {

    /** What another automation did this shortly before still holds. */
    private static final Duration SHORTLY = Duration.ofMinutes(10);

    private static final int DAY_SECONDS = 24 * 3600;

    private Defeats() {}

    /** What is wrong with the automation by itself. */
    static List<Conflict> of(Conduct conduct) {
        List<Conflict> found = new ArrayList<>();
        if (conduct.isBlueprint() || conduct.occasions().isEmpty()) {
            return found;
        }
        List<Occasion> idle = conduct.occasions().stream()
                .filter(occasion -> !Moments.canHold(occasion, conduct.conditions()))
                .toList();
        if (idle.size() == conduct.occasions().size()) {
            found.add(conflict(
                    List.of(conduct),
                    Words.name(conduct) + " never does anything: its conditions cannot hold "
                            + (Logic.cannotHold(conduct.conditions())
                                    ? "together."
                                    : Words.when(idle.getFirst()) + ".")));
        } else if (!idle.isEmpty()) {
            found.add(conflict(
                    List.of(conduct),
                    Words.name(conduct) + " does nothing " + Words.when(idle.getFirst())
                            + ", because its conditions cannot hold then."));
        }
        if (found.isEmpty()) {
            byItself(conduct).or(() -> deadEnd(conduct)).ifPresent(found::add);
        }
        return found;
    }

    /** An action changes what a later step asks for. */
    private static Optional<Conflict> byItself(Conduct conduct) {
        List<Effect> effects = Effects.of(conduct);
        for (Deed later : conduct.deeds()) {
            for (Guard guard : later.guards()) {
                for (Effect earlier : effects) {
                    if (undoes(earlier, later, guard, effects)) {
                        return Optional.of(conflict(
                                List.of(conduct),
                                Words.name(conduct) + " " + Words.does(earlier)
                                        + ", and a step after that goes on only if it is not so; what comes"
                                        + " then is never done."));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static boolean undoes(Effect earlier, Deed later, Guard guard, List<Effect> effects) {
        Optional<String> state = earlier.outcome().certainState();
        Deed deed = earlier.deed();
        boolean isBefore = deed.step() < guard.step() && deed.step() < later.step();
        boolean isSameWay = later.guards().containsAll(deed.guards())
                && deed.isSure()
                && later.isSure()
                && (deed.occasions().isEmpty()
                        || deed.occasions().containsAll(later.occasions())
                                && !later.occasions().isEmpty());
        boolean isLast = effects.stream()
                .noneMatch(other -> !other.equals(earlier)
                        && other.entity().equals(earlier.entity())
                        && other.deed().step() >= deed.step()
                        && other.deed().step() < guard.step());
        return state.isPresent()
                && isBefore
                && isSameWay
                && isLast
                && later.after().equals(deed.after())
                && Logic.cannotHold(List.of(guard.condition(), Logic.is(earlier.entity(), state.get())));
    }

    /** A branch whose conditions contradict those on the way to it. */
    private static Optional<Conflict> deadEnd(Conduct conduct) {
        List<Effect> effects = Effects.of(conduct);
        for (Deed deed : conduct.deeds()) {
            boolean isAtOnce = deed.after().isZero()
                    && deed.isSure()
                    && effects.stream().noneMatch(effect -> effect.deed().step() < deed.step());
            if (isAtOnce && !deed.guards().isEmpty() && Logic.cannotHold(conduct.conditionsOf(deed))) {
                return Optional.of(conflict(
                        List.of(conduct),
                        Words.name(conduct) + " never comes to its step " + deed.name()
                                + ": the conditions before it contradict each other."));
            }
        }
        return Optional.empty();
    }

    /** Whether the first takes care that the conditions of the second do not hold. */
    static Optional<Conflict> by(Run remover, Run reader) {
        Optional<Duration> lead = lead(remover.occasion(), reader.occasion());
        if (lead.isEmpty()
                || !Logic.impliesAll(heldFor(reader), remover.conduct().conditions())) {
            return Optional.empty();
        }
        for (Effect effect : remover.effects()) {
            Optional<String> state = effect.outcome().certainState();
            boolean isSure = effect.deed().isSure()
                    && effect.deed().guards().isEmpty()
                    && effect.deed().after().compareTo(lead.get()) < 0;
            if (state.isPresent() && isSure && isLast(effect, remover) && isAsked(reader, effect, state.get())) {
                return Optional.of(conflict(
                        List.of(remover.conduct(), reader.conduct()),
                        Words.name(reader.conduct()) + " asks " + Words.when(reader.occasion()) + " for "
                                + effect.entity()
                                + " to be otherwise, but " + Words.name(remover.conduct()) + " " + Words.does(effect)
                                + " "
                                + Words.when(remover.occasion()) + ", shortly before."));
            }
        }
        return Optional.empty();
    }

    private static List<Condition> heldFor(Run reader) {
        return Logic.joined(Logic.heldAt(reader.occasion()), reader.conduct().conditions());
    }

    private static boolean isLast(Effect effect, Run run) {
        return run.effects().stream()
                .noneMatch(other -> !other.equals(effect)
                        && other.entity().equals(effect.entity())
                        && other.deed().step() > effect.deed().step());
    }

    private static boolean isAsked(Run reader, Effect effect, String state) {
        boolean isOwnOccasion =
                reader.occasion() instanceof Becomes becomes && becomes.entity().equals(effect.entity());
        return !isOwnOccasion
                && reader.conduct().conditions().stream().anyMatch(condition -> asks(condition, effect, state))
                && reader.effects().stream().noneMatch(own -> own.entity().equals(effect.entity()));
    }

    private static boolean asks(Condition condition, Effect effect, String state) {
        return condition instanceof StateCondition asked
                && asked.entities().contains(effect.entity())
                && !asked.states().contains(state);
    }

    /** How long before the second the first surely comes; empty if that is not certain. */
    private static Optional<Duration> lead(Occasion first, Occasion second) {
        if (first instanceof Becomes a && second instanceof Becomes b) {
            Duration lead = b.hold().minus(a.hold());
            Becomes atOnce = new Becomes(
                    a.entity(),
                    a.attribute(),
                    a.from(),
                    a.to(),
                    a.notFrom(),
                    a.notTo(),
                    b.hold(),
                    a.anyChange(),
                    a.id());
            return lead.isPositive() && Moments.isWithin(b, atOnce) ? Optional.of(lead) : Optional.empty();
        }
        if (first instanceof AtClock a && second instanceof AtClock b) {
            int gap = Math.floorMod(b.time().toSecondOfDay() - a.time().toSecondOfDay(), DAY_SECONDS);
            boolean isEachDay = a.weekdays().isEmpty()
                    || !b.weekdays().isEmpty() && a.weekdays().containsAll(b.weekdays());
            return gap > 0 && gap <= SHORTLY.toSeconds() && isEachDay
                    ? Optional.of(Duration.ofSeconds(gap))
                    : Optional.empty();
        }
        return Optional.empty();
    }

    private static Conflict conflict(List<Conduct> automations, String words) {
        return Conflict.of(ConflictKind.DEFEATED, Gravity.ASK, automations, Optional.empty(), words);
    }
}
