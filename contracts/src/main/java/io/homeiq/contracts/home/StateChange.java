package io.homeiq.contracts.home;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An entity took a state, or only its attributes changed ({@code before} equals {@code after}).
 *
 * @param before null if the entity was created by this change or the source does not tell
 * @param after null if the entity was removed
 * @param attributes those that go with {@code after}
 */
public record StateChange(
        EntityId entityId,
        @Nullable String before,
        @Nullable String after,
        Attributes attributes,
        Instant time,
        Context context)
        implements HomeEvent {

    /** The longest state that Home Assistant allows, in characters. */
    public static final int MAX_STATE_LENGTH = 255;

    /** Whether the state itself, not only an attribute, is another one now. */
    public boolean isStateChanged() {
        return after != null && !after.equals(before);
    }
}
