package io.homeiq.mining.trial;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.StateChange;
import io.homeiq.contracts.rule.CallService;
import io.homeiq.contracts.rule.Delay;
import io.homeiq.contracts.rule.Rule;
import io.homeiq.mining.attribution.CommandedState;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * What a rule would do, as it can be seen: its last call, of its first target.
 *
 * @param waits what the rule waits before it
 */
record Deed(EntityId entity, CallService call, Duration waits) {

    private static final Set<String> ABSENT = Set.of("unavailable", "unknown", "");

    /** Empty where a rule does nothing that could be seen. */
    static Optional<Deed> of(Rule rule) {
        Duration waits = Duration.ZERO;
        Optional<Deed> last = Optional.empty();
        for (var action : rule.actions()) {
            if (action instanceof Delay delay) {
                waits = waits.plus(delay.duration());
            } else if (action instanceof CallService call && !call.targets().isEmpty()) {
                last = Optional.of(new Deed(call.targets().getFirst(), call, waits));
            }
        }
        return last;
    }

    /** Whether the state is what it wants. */
    boolean isDoneIn(String state) {
        return !ABSENT.contains(state) && !CommandedState.contradicts(call.service(), state);
    }

    /** Whether the change brings it about. */
    boolean isDoneBy(StateChange change) {
        String before = change.before();
        String after = change.after();
        return change.entityId().equals(entity)
                && change.isStateChanged()
                && after != null
                && isDoneIn(after)
                && (before == null || !isDoneIn(before));
    }
}
