package io.homeiq.mining.attribution;

import io.homeiq.contracts.home.AutomationTriggered;
import io.homeiq.contracts.home.Context;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeRegistry;
import io.homeiq.contracts.home.ScriptStarted;
import io.homeiq.contracts.home.ServiceCall;
import io.homeiq.contracts.home.StateChange;
import io.homeiq.contracts.home.User;
import io.homeiq.mining.memory.MemoryReader;
import io.homeiq.mining.memory.MemoryWriter;
import java.io.IOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who opened which context. Automations and scripts announce theirs by an event; a context of a time or sun trigger
 * carries neither user nor parent, so only that event tells it from a hand on the switch.
 */
final class ContextLedger {

    /** A context is referred to for seconds; this many lie minutes apart even in a busy home. */
    static final int MAX_CONTEXTS = 4_096;

    private static final int MAX_PARENTS = 4;

    private static final Origin UNRECORDED_RUN = new Origin(Cause.AUTOMATION, null, null);

    private final Map<String, Origin> origins = new BoundedMap<>(MAX_CONTEXTS);
    private final Map<String, String> parents = new BoundedMap<>(MAX_CONTEXTS);
    private final Set<String> systemUsers = new HashSet<>();

    ContextLedger(HomeRegistry registry) {
        registry.users().stream().filter(User::systemGenerated).map(User::id).forEach(systemUsers::add);
    }

    void note(AutomationTriggered run) {
        note(run.context(), new Origin(Cause.AUTOMATION, run.automation(), null));
    }

    void note(ScriptStarted run) {
        note(run.context(), new Origin(Cause.SCRIPT, run.script(), person(run.context())));
    }

    /** An automation, script or scene that shows its run by its own state does so under the context of the run. */
    void noteRunner(StateChange change) {
        boolean on = "on".equals(change.after());
        boolean changed = change.isStateChanged();
        Cause cause = switch (change.entityId().domain()) {
            case "automation" -> on && !changed ? Cause.AUTOMATION : Cause.UNKNOWN;
            case "script" -> on && changed ? Cause.SCRIPT : Cause.UNKNOWN;
            case "scene" -> changed && wasThere(change) ? Cause.SCENE : Cause.UNKNOWN;
            default -> Cause.UNKNOWN;
        };
        if (cause != Cause.UNKNOWN) {
            note(change.context(), new Origin(cause, change.entityId(), person(change.context())));
        }
    }

    /** A scene that comes back tells the same moment again. */
    private static boolean wasThere(StateChange change) {
        return change.before() != null && !change.before().equals("unavailable");
    }

    void noteOurs(String contextId) {
        origins.put(contextId, new Origin(Cause.HOMEIQ, null, null));
    }

    /**
     * A scene's states are set under the context of the call that asked for the scene. Any other call under a context
     * that nothing else has opened is a person's, be the account told or not.
     */
    void note(ServiceCall call) {
        Context context = call.context();
        if (context.id() == null
                || originOf(context)
                        .filter(known -> known.cause() != Cause.PERSON)
                        .isPresent()) {
            return;
        }
        if (call.domain().equals("scene")) {
            EntityId scene = call.targets().isEmpty() ? null : call.targets().getFirst();
            note(context, new Origin(Cause.SCENE, scene, person(context)));
        } else {
            note(context, new Origin(Cause.PERSON, null, person(context)));
        }
    }

    private void note(Context context, Origin origin) {
        if (context.id() != null) {
            // What ran first under a context opened it: a script that an automation calls shares the automation's. But
            // the call of a person who starts a script comes before the run and under the same context.
            Origin known = origins.get(context.id());
            if (known == null || known.cause() == Cause.PERSON) {
                origins.put(context.id(), origin);
            }
            if (context.parentId() != null) {
                parents.put(context.id(), context.parentId());
            }
        }
    }

    /**
     * Who opened the context, its parent or a parent of that; empty if nobody is known to have. A context that names
     * another as its parent, or the account of an app, is a machine's although its run was not recorded.
     */
    Optional<Origin> originOf(Context context) {
        Origin own = find(context.id());
        if (own == null && context.parentId() != null) {
            Origin parents = find(context.parentId());
            own = parents == null || parents.cause() == Cause.PERSON ? UNRECORDED_RUN : parents;
        }
        String person = person(context);
        if (own == null || person != null && own.person() == null && own.cause() == Cause.PERSON) {
            own = person != null ? new Origin(Cause.PERSON, null, person) : own;
        }
        if (own == null && context.userId() != null) {
            own = UNRECORDED_RUN;
        }
        return Optional.ofNullable(own);
    }

    private @Nullable Origin find(@Nullable String contextId) {
        String id = contextId;
        for (int depth = 0; id != null && depth < MAX_PARENTS; depth++) {
            Origin origin = origins.get(id);
            if (origin != null) {
                return origin;
            }
            id = parents.get(id);
        }
        return null;
    }

    /** The person whom the context names; an app's account is none. */
    @Nullable
    String person(Context context) {
        String user = context.userId();
        return user == null || systemUsers.contains(user) ? null : user;
    }

    /** Writes what was noted; which accounts are apps' follows from the registry. */
    void write(MemoryWriter out) throws IOException {
        out.count(origins.size(), MAX_CONTEXTS);
        for (Map.Entry<String, Origin> context : origins.entrySet()) {
            out.text(context.getKey());
            context.getValue().write(out);
        }
        out.count(parents.size(), MAX_CONTEXTS);
        for (Map.Entry<String, String> context : parents.entrySet()) {
            out.text(context.getKey());
            out.text(context.getValue());
        }
    }

    /** Takes over what was written, into a fresh one. */
    void read(MemoryReader in) throws IOException {
        int count = in.count(MAX_CONTEXTS);
        for (int i = 0; i < count; i++) {
            origins.put(in.text(), Origin.read(in));
        }
        int children = in.count(MAX_CONTEXTS);
        for (int i = 0; i < children; i++) {
            parents.put(in.text(), in.text());
        }
    }
}
