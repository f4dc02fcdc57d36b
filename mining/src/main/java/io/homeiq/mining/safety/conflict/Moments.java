package io.homeiq.mining.safety.conflict;

import io.homeiq.contracts.rule.Condition;
import io.homeiq.mining.safety.conduct.Occasion;
import io.homeiq.mining.safety.conduct.Occasion.AtClock;
import io.homeiq.mining.safety.conduct.Occasion.AtSun;
import io.homeiq.mining.safety.conduct.Occasion.Becomes;
import io.homeiq.mining.safety.conduct.Occasion.Crosses;
import io.homeiq.mining.safety.conduct.Occasion.EverySoOften;
import io.homeiq.mining.safety.conduct.Occasion.Other;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Whether occasions come at the same moment. */
final class Moments {

    private Moments() {}

    /** Whether one and the same happening can be both. */
    static boolean coincide(Occasion one, Occasion other) {
        if (one instanceof Becomes a && other instanceof Becomes b) {
            return coincide(a, b);
        }
        if (one instanceof Crosses a && other instanceof Crosses b) {
            return a.entity().equals(b.entity())
                    && Objects.equals(a.attribute(), b.attribute())
                    && Objects.equals(a.above(), b.above())
                    && Objects.equals(a.below(), b.below())
                    && a.hold().equals(b.hold());
        }
        if (one instanceof AtClock a && other instanceof AtClock b) {
            return a.time().equals(b.time()) && Times.meet(Times.of(a), Times.of(b));
        }
        if (one instanceof AtSun a && other instanceof AtSun b) {
            return a.event() == b.event() && a.offset().equals(b.offset());
        }
        if (one instanceof EverySoOften a && other instanceof EverySoOften b) {
            return a.text().equals(b.text());
        }
        return one instanceof Other a
                && other instanceof Other b
                && a.kind().equals(b.kind())
                && a.source().equals(b.source());
    }

    private static boolean coincide(Becomes a, Becomes b) {
        return a.entity().equals(b.entity())
                && Objects.equals(a.attribute(), b.attribute())
                && a.hold().equals(b.hold())
                && meet(a.to(), b.to(), a.notTo(), b.notTo())
                && meet(a.from(), b.from(), a.notFrom(), b.notFrom())
                && isChange(a, b);
    }

    private static boolean meet(Set<String> one, Set<String> other, Set<String> notOne, Set<String> notOther) {
        if (one.isEmpty() && other.isEmpty()) {
            return true;
        }
        Set<String> asked = one.isEmpty() ? other : one;
        return asked.stream()
                .anyMatch(state -> (one.isEmpty() || one.contains(state))
                        && (other.isEmpty() || other.contains(state))
                        && !notOne.contains(state)
                        && !notOther.contains(state));
    }

    /** From off and to off together are no change. */
    private static boolean isChange(Becomes a, Becomes b) {
        Set<String> from = a.from().isEmpty() ? b.from() : a.from();
        Set<String> to = a.to().isEmpty() ? b.to() : a.to();
        return !(from.size() == 1 && from.equals(to));
    }

    /** Whether each time that the narrower comes, the wider comes too. */
    static boolean isWithin(Occasion narrower, Occasion wider) {
        if (narrower instanceof Becomes a && wider instanceof Becomes b) {
            return a.entity().equals(b.entity())
                    && Objects.equals(a.attribute(), b.attribute())
                    && a.hold().equals(b.hold())
                    && isWithin(a.from(), b.from())
                    && isWithin(a.to(), b.to())
                    && a.notFrom().containsAll(b.notFrom())
                    && a.notTo().containsAll(b.notTo());
        }
        if (narrower instanceof AtClock a && wider instanceof AtClock b) {
            return a.time().equals(b.time()) && Times.isWithin(Times.of(a), Times.of(b));
        }
        return coincide(narrower, wider);
    }

    private static boolean isWithin(Set<String> narrower, Set<String> wider) {
        return wider.isEmpty() || !narrower.isEmpty() && wider.containsAll(narrower);
    }

    /** Whether all these can hold when this comes. */
    static boolean canHold(Occasion occasion, List<Condition> conditions) {
        return Times.meet(Times.of(occasion), Times.of(conditions))
                && !Logic.cannotHold(Logic.joined(Logic.heldAt(occasion), conditions));
    }
}
