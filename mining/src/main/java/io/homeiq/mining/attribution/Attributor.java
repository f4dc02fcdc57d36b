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
import io.homeiq.mining.memory.MemoryReader;
import io.homeiq.mining.memory.MemoryWriter;
import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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
    private final Explanation explanation = new Explanation(commands);
    private final Dials dials = new Dials();
    private final Set<EntityId> moving = new HashSet<>();

    /** Of what anything was heard since the last start. */
    private final Set<EntityId> told = new HashSet<>();

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
                told.clear();
                yield NOBODY;
            }
            case CoreStopped ignored -> NOBODY;
        };
    }

    private Attribution attribute(StateChange change) {
        long time = change.time().toEpochMilli();
        boolean follows = neighbours.follows(change.entityId(), time);
        contexts.noteRunner(change);
        Attribution attribution = decide(change, time, follows);
        neighbours.note(change.entityId(), time);
        noteMovement(change);
        return attribution;
    }

    private Attribution decide(StateChange change, long time, boolean follows) {
        String state = change.after();
        boolean turned = Actuators.isActuator(change.entityId()) && dials.turnedBy(change);
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
        if (endsMovement(change, state)) {
            return Attribution.machine(Cause.ECHO, null, 0.8);
        }
        if (follows) {
            return Attribution.machine(Cause.DERIVED, null, 0.8);
        }
        return isRestored(change, time)
                ? Attribution.machine(Cause.RESTORE, null, 0.9)
                : unexplained(change, state, turned);
    }

    /** Nothing was recorded that led to it: mostly a hand, where a hand can do it at all. */
    private Attribution unexplained(StateChange change, String state, boolean turned) {
        EntityId entity = change.entityId();
        if (entity.domain().equals("scene") && change.isStateChanged()) {
            // It shows when it was last asked for.
            return new Attribution(Cause.PERSON, null, null, 0.6, false);
        }
        if (neighbours.isDerivedPlatform(entity)) {
            return Attribution.machine(Cause.DERIVED, null, 0.7);
        }
        boolean shown = !change.isStateChanged() && !turned;
        if (!Actuators.isActuator(entity) || OwnStates.contains(entity, state) || shown) {
            return Attribution.machine(Cause.UNKNOWN, null, 0.9);
        }
        return Attribution.byHand(Cause.PHYSICAL, null, change.context().isKnown() ? 0.9 : 0.6);
    }

    /** An entity keeps a command's context for some seconds: what contradicts the command was set by another hand. */
    private Attribution byContext(
            StateChange change, String state, Origin origin, Optional<CommandLedger.Command> command, boolean follows) {
        if (explanation.isAnotherHand(change, state, command)) {
            return Attribution.byHand(Cause.PHYSICAL, null, 0.7);
        }
        boolean asked = command.isPresent() && Explanation.isUnder(change, command.get());
        if (asked) {
            command.get().answer();
        }
        if (endsMovement(change, state)) {
            return new Attribution(Cause.ECHO, origin.person(), origin.agent(), 0.8, false);
        }
        boolean byPerson = origin.cause() == Cause.PERSON;
        if (!asked && byPerson && (follows || explanation.isConsequence(change))) {
            return Attribution.machine(Cause.DERIVED, null, 0.8);
        }
        boolean isOwnScene = origin.cause() == Cause.SCENE && change.entityId().equals(origin.agent());
        return isOwnScene ? new Attribution(Cause.PERSON, origin.person(), null, 0.95, false) : origin.attribution();
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
        // Past its first word after the start, an entity tells what happens now.
        boolean first = told.add(change.entityId());
        boolean starting = time - startedAt >= 0 && time - startedAt <= RESTORE_MILLIS;
        return before == null || ABSENT.contains(before) || starting && first;
    }

    /** "Open" after "opening" only ends what was begun. */
    private boolean endsMovement(StateChange change, String state) {
        boolean wasMoving =
                moving.contains(change.entityId()) || change.before() != null && MOVING.contains(change.before());
        return wasMoving && !MOVING.contains(state);
    }

    private void noteMovement(StateChange change) {
        if (change.after() != null && MOVING.contains(change.after())) {
            moving.add(change.entityId());
        } else {
            moving.remove(change.entityId());
        }
    }

    /** Writes what the events told; what follows from the registry is not part of it. */
    public void write(MemoryWriter out) throws IOException {
        contexts.write(out);
        commands.write(out);
        neighbours.write(out);
        dials.write(out);
        write(moving, out);
        write(told, out);
        out.number(startedAt);
    }

    private static void write(Set<EntityId> entities, MemoryWriter out) throws IOException {
        out.count(entities.size(), MemoryWriter.MAX_ENTITIES);
        for (EntityId entity : new TreeSet<>(entities)) {
            out.entity(entity);
        }
    }

    /** Takes over what was written of a home with the same registry, into a fresh one. */
    public void read(MemoryReader in) throws IOException {
        contexts.read(in);
        commands.read(in);
        neighbours.read(in);
        dials.read(in);
        read(moving, in);
        read(told, in);
        startedAt = in.number();
    }

    private static void read(Set<EntityId> entities, MemoryReader in) throws IOException {
        int count = in.count(MemoryReader.MAX_ENTITIES);
        for (int i = 0; i < count; i++) {
            entities.add(in.entity());
        }
    }
}
