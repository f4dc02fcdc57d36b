package io.homeiq.replay.device;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an entity is after a service. */
record Answer(String state, Map<String, @Nullable Object> attributes) {

    /** Written out, because in an implicit constructor the compiler loses the annotation within the type. */
    Answer(String state, Map<String, @Nullable Object> attributes) {
        this.state = state;
        this.attributes = attributes;
    }
}
