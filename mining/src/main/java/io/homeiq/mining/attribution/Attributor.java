package io.homeiq.mining.attribution;

import io.homeiq.contracts.home.AutomationTriggered;
import io.homeiq.contracts.home.CoreStarted;
import io.homeiq.contracts.home.CoreStopped;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeEvent;
import io.homeiq.contracts.home.HomeRegistry;
import io.homeiq.contracts.home.ScriptStarted;
import io.homeiq.contracts.home.ServiceCall;
import io.homeiq.contracts.home.StateChange;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells who caused each change of a home, event by event, from contexts where they exist and from commands, neighbours
 * and restarts where they do not. The events that explain a change must come before it. Memory is bounded by entities.
 */
public final class Attributor {

    /** States that come this soon after a start are mostly those that were there before it. */
    static final long RESTORE_MILLIS = 60_000;

    private static final Set<String> ABSENT = Set.of("unavailable", "unknown", "");
    private static final Set<String> MOVING = Set.of("opening", "closing", "locking", "unlocking");
    private static final Attribution NOBODY = Attribution.machine(Cause.UNKNOWN, null, 1);

    private final ContextLedger contexts;
    private final CommandLedger commands = new CommandLedger();
    private final NeighbourWindow neighbours;
    private final Map<EntityId, String> moving = new HashMap<>();
    private long startedAt = Long.MIN_VALUE;

    public Attributor(HomeRegistry registry) {
        this.contexts = new ContextLedger(registry);
        this.neighbours = new NeighbourWindow(registry);
    }

    /** Commands that HomeIQ gives are told by the context that Home Assistant answers them with. */
    public void ours(String contextId) {
        contexts.noteOurs(contextId);
    }

    /** The cause of a change; for the events that only explain others, {@link Cause#UNKNOWN}. */
    public Attribution accept(HomeEvent event) {
        return switch (event) {
            case StateChange change -> attribute(change);
            case AutomationTriggered run -> {
                contexts.note(run);
                yield NOBODY;
            }
            case ScriptStarted run -> {
                contexts.note(run);
                yield NOBODY;
            }
            case ServiceCall call -> {
                contexts.note(call);
                commands.note(call, contexts.originOf(call.context()));
                yield NOBODY;
            }
            case CoreStarted start -> {
                startedAt = start.time().toEpochMilli();
                yield NOBODY;
            }
            case CoreStopped ignored -> NOBODY;
        };
    }

    private Attribution attribute(StateChange change) {
        long time = change.time().toEpochMilli();
        boolean follows = neighbours.follows(change.entityId(), time);
        Attribution attribution = decide(change, time, follows);
        neighbours.note(change.entityId(), time);
        noteMovement(change);
        return attribution;
    }

    private Attribution decide(StateChange change, long time, boolean follows) {
        String state = change.after();
        if (state == null || ABSENT.contains(state)) {
            return Attribution.machine(Cause.RESTORE, null, 0.9);
        }
        Optional<CommandLedger.Command> command = commands.pendingFor(change.entityId(), time);
        Optional<Origin> origin = contexts.originOf(change.context());
        if (origin.isPresent()) {
            return byContext(change, state, origin.get(), command, follows);
        }
        if (command.isPresent()
                && !CommandedState.contradicts(command.get().call().service(), state)) {
            return echoOf(command.get());
        }
        if (endsMovement(change.entityId(), state)) {
            return Attribution.machine(Cause.ECHO, null, 0.8);
        }
        if (follows) {
            return Attribution.machine(Cause.DERIVED, null, 0.8);
        }
        if (isRestored(change, time)) {
            return Attribution.machine(Cause.RESTORE, null, 0.9);
        }
        if (!Actuators.isActuator(change.entityId())) {
            return Attribution.machine(Cause.UNKNOWN, null, 0.9);
        }
        return Attribution.byHand(Cause.PHYSICAL, null, change.context().isKnown() ? 0.9 : 0.6);
    }

    /** An entity keeps a command's context for some seconds: what contradicts the command was set by another hand. */
    private Attribution byContext(
            StateChange change, String state, Origin origin, Optional<CommandLedger.Command> command, boolean follows) {
        boolean sameContext = command.isPresent()
                && change.context().id() != null
                && change.context().id().equals(command.get().call().context().id());
        if (sameContext) {
            if (CommandedState.contradicts(command.get().call().service(), state)) {
                return Attribution.byHand(Cause.PHYSICAL, null, 0.7);
            }
            command.get().answer();
        }
        if (endsMovement(change.entityId(), state)) {
            return new Attribution(Cause.ECHO, origin.person(), origin.agent(), 0.8, false);
        }
        if (!sameContext && follows && origin.cause() == Cause.PERSON) {
            return new Attribution(Cause.DERIVED, null, null, 0.8, false);
        }
        return origin.attribution(0.98);
    }

    /** The first answer to a person's command is that person's act, however late it comes. */
    private static Attribution echoOf(CommandLedger.Command command) {
        @Nullable String person = command.origin().map(Origin::person).orElse(null);
        @Nullable EntityId agent = command.origin().map(Origin::agent).orElse(null);
        boolean act = !command.isAnswered()
                && command.origin()
                        .filter(origin -> origin.cause() == Cause.PERSON)
                        .isPresent();
        command.answer();
        return new Attribution(Cause.ECHO, person, agent, 0.85, act);
    }

    private boolean isRestored(StateChange change, long time) {
        String before = change.before();
        return before == null || ABSENT.contains(before) || time - startedAt >= 0 && time - startedAt <= RESTORE_MILLIS;
    }

    /** "Open" after "opening" only ends what was begun. */
    private boolean endsMovement(EntityId entity, String state) {
        return moving.containsKey(entity) && !MOVING.contains(state);
    }

    private void noteMovement(StateChange change) {
        if (change.after() != null && MOVING.contains(change.after())) {
            moving.put(change.entityId(), change.after());
        } else {
            moving.remove(change.entityId());
        }
    }
}
