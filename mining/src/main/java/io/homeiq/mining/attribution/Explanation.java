package io.homeiq.mining.attribution;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.StateChange;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Reads a change whose context was opened by somebody known. */
final class Explanation {

    /** So long an entity keeps the context of the last command and gives it to whatever it tells. */
    private static final long CONTEXT_MEMORY_MILLIS = Duration.ofSeconds(5).toMillis();

    /** What nobody can set: under a person's context it only follows from what the person did set. */
    private static final Set<String> TELLING =
            Set.of("sensor", "binary_sensor", "device_tracker", "person", "zone", "sun", "weather", "group");

    private final CommandLedger commands;

    Explanation(CommandLedger commands) {
        this.commands = commands;
    }

    /** Whether the state contradicts the command whose context it still carries: then another hand set it. */
    boolean isAnotherHand(StateChange change, String state, Optional<CommandLedger.Command> command) {
        if (command.isEmpty() || !isUnder(change, command.get()) || !Actuators.isActuator(change.entityId())) {
            return false;
        }
        GivenCall call = command.get().call();
        long age = change.time().toEpochMilli() - call.time().toEpochMilli();
        // A later step of the same run may name an area or a device, and so this entity without its id.
        boolean laterStep = commands.lastUnder(change.context())
                .filter(later -> !later.equals(call) && later.targets().isEmpty())
                .isPresent();
        return age <= CONTEXT_MEMORY_MILLIS && !laterStep && CommandedState.contradicts(call.service(), state);
    }

    static boolean isUnder(StateChange change, CommandLedger.Command command) {
        return change.context().id() != null
                && change.context().id().equals(command.call().context().id());
    }

    /** Whether a change under a person's context is not what the person asked for, but what came of it. */
    boolean isConsequence(StateChange change) {
        EntityId entity = change.entityId();
        if (TELLING.contains(entity.domain())) {
            return true;
        }
        // A member of a group changes before the group that was asked for, a mirror after it.
        return commands.lastUnder(change.context())
                .filter(call -> !call.targets().isEmpty() && !call.targets().contains(entity))
                .filter(commands::isAnswered)
                .isPresent();
    }
}
