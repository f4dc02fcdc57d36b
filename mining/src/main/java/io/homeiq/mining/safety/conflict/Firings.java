package io.homeiq.mining.safety.conflict;

import io.homeiq.contracts.home.StateChange;
import io.homeiq.mining.safety.conduct.Occasion;
import io.homeiq.mining.safety.conduct.Occasion.Becomes;
import io.homeiq.mining.safety.conduct.Occasion.Crosses;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When an occasion came in the past, by the plain rules of state and numeric triggers. Conditions are not asked, and restarts not looked at; the
 * replay of an automation says it to the letter.
 */
final class Firings {

    private static final List<String> NO_STATES = List.of("unavailable", "unknown");

    private Firings() {}

    /** The oldest first; empty where it is no change of a state or a number. */
    static List<Instant> of(Occasion occasion, Past past) {
        return switch (occasion) {
            case Becomes becomes -> becomes(becomes, past.changesOf(becomes.entity()));
            case Crosses crosses -> crosses(crosses, past.changesOf(crosses.entity()));
            default -> List.of();
        };
    }

    private static List<Instant> becomes(Becomes becomes, List<StateChange> changes) {
        List<Instant> firings = new ArrayList<>();
        String before = null;
        for (int i = 0; i < changes.size(); i++) {
            StateChange change = changes.get(i);
            String after = change.after();
            String from = change.before() == null ? before : change.before();
            before = after;
            if (after != null
                    && becomes.attribute() == null
                    && (!after.equals(from) || becomes.anyChange())
                    && matches(becomes, from, after)
                    && lasts(changes, i, becomes.hold())) {
                firings.add(change.time().plus(becomes.hold()));
            }
        }
        return firings;
    }

    private static boolean matches(Becomes becomes, @Nullable String from, String after) {
        boolean isTo = becomes.admits(after) && !(becomes.to().isEmpty() && NO_STATES.contains(after));
        boolean isFrom =
                becomes.from().isEmpty() || from != null && becomes.from().contains(from);
        return isTo && isFrom && from != null && !becomes.notFrom().contains(from) && !NO_STATES.contains(from);
    }

    private static boolean lasts(List<StateChange> changes, int at, Duration hold) {
        for (int next = at + 1; next < changes.size() && !hold.isZero(); next++) {
            if (changes.get(next).isStateChanged()) {
                return !changes.get(next).time().isBefore(changes.get(at).time().plus(hold));
            }
        }
        return hold.isZero();
    }

    private static List<Instant> crosses(Crosses crosses, List<StateChange> changes) {
        List<Instant> firings = new ArrayList<>();
        boolean wasIn = true;
        for (StateChange change : changes) {
            Optional<Double> number = number(change, crosses.attribute());
            if (number.isEmpty()) {
                continue;
            }
            boolean isIn = crosses.admits(number.get());
            if (isIn && !wasIn) {
                firings.add(change.time().plus(crosses.hold()));
            }
            wasIn = isIn;
        }
        return firings;
    }

    private static Optional<Double> number(StateChange change, @Nullable String attribute) {
        if (attribute != null) {
            return Optional.ofNullable(change.attributes().number(attribute));
        }
        try {
            return change.after() == null ? Optional.empty() : Optional.of(Double.valueOf(change.after()));
        } catch (NumberFormatException noNumber) {
            return Optional.empty();
        }
    }
}
