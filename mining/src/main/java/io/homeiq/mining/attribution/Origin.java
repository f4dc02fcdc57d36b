package io.homeiq.mining.attribution;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.mining.memory.MemoryReader;
import io.homeiq.mining.memory.MemoryWriter;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a context: who opened it.
 *
 * @param agent the automation, script or scene that acts under it; null for a person's call
 * @param person the user id of a person who asked, if one did
 */
record Origin(
        Cause cause, @Nullable EntityId agent, @Nullable String person) {

    /** A person whose account is not told, or a run that was not recorded, is less sure. */
    Attribution attribution() {
        boolean named = person != null || agent != null || cause == Cause.HOMEIQ;
        return new Attribution(cause, person, agent, named ? 0.98 : 0.85, cause == Cause.PERSON);
    }

    void write(MemoryWriter out) throws IOException {
        out.choice(cause);
        out.entity(agent);
        out.text(person);
    }

    static Origin read(MemoryReader in) throws IOException {
        Cause cause = in.choice(Cause.class);
        return new Origin(cause, in.entityOrNull(), in.textOrNull());
    }
}
