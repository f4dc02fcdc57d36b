package io.homeiq.replay;

import io.homeiq.contracts.home.Context;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Something that happened in the home without the automation. */
public sealed interface Happening {

    Instant time();

    /**
     * An entity took a state.
     *
     * @param state null: it was removed
     * @param context null where nothing is known of it
     */
    record StateTaken(
            Instant time,
            String entityId,
            @Nullable String state,
            Map<String, @Nullable Object> attributes,
            @Nullable Context context)
            implements Happening {

        /** Written out, because in an implicit constructor the compiler loses the annotation within the type. */
        public StateTaken(
                Instant time,
                String entityId,
                @Nullable String state,
                Map<String, @Nullable Object> attributes,
                @Nullable Context context) {
            this.time = time;
            this.entityId = entityId;
            this.state = state;
            this.attributes = attributes;
            this.context = context;
        }
    }

    /** Any other event. */
    record EventFired(
            Instant time,
            String type,
            Map<String, @Nullable Object> data,
            @Nullable Context context) implements Happening {

        /** Written out, because in an implicit constructor the compiler loses the annotation within the type. */
        public EventFired(Instant time, String type, Map<String, @Nullable Object> data, @Nullable Context context) {
            this.time = time;
            this.type = type;
            this.data = data;
            this.context = context;
        }
    }

    /** Home Assistant went down: what waited is lost. */
    record CoreStopped(Instant time) implements Happening {}

    /** Home Assistant came up: the automation begins anew. */
    record CoreStarted(Instant time) implements Happening {}
}
