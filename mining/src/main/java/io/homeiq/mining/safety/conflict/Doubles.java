package io.homeiq.mining.safety.conflict;

import io.homeiq.contracts.rule.Condition;
import io.homeiq.contracts.rule.OpaqueCondition;
import io.homeiq.contracts.rule.Verbatim;
import io.homeiq.mining.safety.conduct.Conduct;
import io.homeiq.mining.safety.conduct.Deed;
import io.homeiq.mining.safety.conduct.Guard;
import io.homeiq.mining.safety.conduct.Occasion;
import io.homeiq.mining.safety.conduct.Targets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The same said twice, or said once within something wider. */
final class Doubles {

    private Doubles() {}

    /** What a deed does and when, without its place in the automation. */
    private record Act(String service, Targets targets, Verbatim data, List<Condition> guards, Duration after) {

        static Act of(Deed deed) {
            return new Act(
                    deed.name(),
                    deed.targets(),
                    deed.data(),
                    deed.guards().stream().map(Guard::condition).toList(),
                    deed.after());
        }
    }

    static Optional<Conflict> between(Conduct one, Conduct other) {
        if (isUnknown(one) || isUnknown(other)) {
            return Optional.empty();
        }
        boolean isIn = isWithin(one, other);
        boolean isAround = isWithin(other, one);
        if (isIn && isAround) {
            return Optional.of(conflict(
                    ConflictKind.DUPLICATE,
                    one,
                    other,
                    Words.name(one) + " and " + Words.name(other)
                            + " do the same upon the same triggers; one of them is enough."));
        }
        if (!isIn && !isAround) {
            return Optional.empty();
        }
        Conduct inner = isIn ? one : other;
        Conduct outer = isIn ? other : one;
        return Optional.of(conflict(
                ConflictKind.SUBSUMED,
                inner,
                outer,
                "Whatever " + Words.name(inner) + " does, " + Words.name(outer)
                        + " does too, each time and perhaps more often; " + Words.name(inner) + " adds nothing."));
    }

    private static Conflict conflict(ConflictKind kind, Conduct one, Conduct other, String words) {
        return Conflict.of(kind, Gravity.ASK, List.of(one, other), Optional.empty(), words);
    }

    /** Nothing can be said of one whose triggers or actions are not at hand, or where a template's values may differ. */
    private static boolean isUnknown(Conduct conduct) {
        return conduct.isBlueprint()
                || conduct.deeds().isEmpty()
                || conduct.occasions().isEmpty();
    }

    private static boolean isWithin(Conduct inner, Conduct outer) {
        return inner.occasions().stream().allMatch(occasion -> isMet(occasion, inner, outer)) && doesAll(inner, outer);
    }

    private static boolean isMet(Occasion occasion, Conduct inner, Conduct outer) {
        List<Condition> given = Logic.joined(inner.conditions(), Logic.heldAt(occasion));
        return outer.occasions().stream()
                .filter(wider -> Moments.isWithin(occasion, wider))
                .anyMatch(wider -> Logic.impliesAll(given, outer.conditions()));
    }

    private static boolean doesAll(Conduct inner, Conduct outer) {
        Set<Act> all = new HashSet<>();
        acts(outer).filter(Doubles::isForAll).forEach(deed -> all.add(Act.of(deed)));
        return acts(inner).allMatch(Doubles::isForAll)
                && acts(inner)
                        .map(Act::of)
                        .allMatch(act -> all.contains(act) || all.stream().anyMatch(wider -> isPartOf(act, wider)))
                && !saysWhat(inner);
    }

    /** It does not matter which script does it, unless the script is told something. */
    private static Stream<Deed> acts(Conduct conduct) {
        return conduct.deeds().stream()
                .filter(deed -> !deed.isFollowed() || !deed.data().tree().isEmpty());
    }

    /** Whether the deed is done upon every occasion. */
    private static boolean isForAll(Deed deed) {
        return deed.occasions().isEmpty() && deed.isSure();
    }

    /** The same call for fewer entities, or under more conditions. */
    private static boolean isPartOf(Act act, Act wider) {
        return act.service().equals(wider.service())
                && act.data().equals(wider.data())
                && act.after().equals(wider.after())
                && act.guards().containsAll(wider.guards())
                && act.targets().open() == wider.targets().open()
                && act.targets().places().equals(wider.targets().places())
                && !act.targets().open()
                && (wider.targets().all()
                        || wider.targets().entities().containsAll(act.targets().entities()))
                && act.targets().all() == wider.targets().all()
                && act.targets().entities().isEmpty()
                        == wider.targets().entities().isEmpty();
    }

    /** Whether what it does hangs on templates that may be about itself, such as "the trigger's entity". */
    private static boolean saysWhat(Conduct conduct) {
        return conduct.occasions().size() > 1
                && conduct.deeds().stream()
                        .anyMatch(deed -> deed.data().tree().toString().contains("trigger."))
                && conduct.conditions().stream().anyMatch(OpaqueCondition.class::isInstance);
    }
}
