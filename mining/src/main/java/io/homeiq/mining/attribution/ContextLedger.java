package io.homeiq.mining.attribution;

import io.homeiq.contracts.home.AutomationTriggered;
import io.homeiq.contracts.home.Context;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeRegistry;
import io.homeiq.contracts.home.ScriptStarted;
import io.homeiq.contracts.home.ServiceCall;
import io.homeiq.contracts.home.User;
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

    void noteOurs(String contextId) {
        origins.put(contextId, new Origin(Cause.HOMEIQ, null, null));
    }

    /** A scene's states are set under the context of the call that asked for the scene. */
    void note(ServiceCall call) {
        String id = call.context().id();
        if (id != null && call.domain().equals("scene") && !origins.containsKey(id)) {
            EntityId scene = call.targets().isEmpty() ? null : call.targets().getFirst();
            note(call.context(), new Origin(Cause.SCENE, scene, person(call.context())));
        }
    }

    private void note(Context context, Origin origin) {
        if (context.id() != null) {
            // What ran first under a context opened it: a script that an automation calls shares the automation's.
            origins.putIfAbsent(context.id(), origin);
            if (context.parentId() != null) {
                parents.put(context.id(), context.parentId());
            }
        }
    }

    /** Who opened the context, its parent or a parent of that; empty if nobody is known to have. */
    Optional<Origin> originOf(Context context) {
        Origin own = find(context.id());
        if (own == null) {
            own = find(context.parentId());
        }
        if (own != null) {
            return Optional.of(own);
        }
        String person = person(context);
        return person == null ? Optional.empty() : Optional.of(new Origin(Cause.PERSON, null, person));
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
}
