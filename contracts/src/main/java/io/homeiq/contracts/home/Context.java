package io.homeiq.contracts.home;

import org.jspecify.annotations.Nullable;

/**
 * Home Assistant's note of what led to an event: events of one cause share an id, and a cause may name its own.
 *
 * @param id the cause's id; null where the source of the history does not tell, as in the CSV of the history page
 * @param parentId the context that started this one, for example the trigger of an automation; often null
 * @param userId who asked for it, if a person did through Home Assistant; null on most events
 */
public record Context(
        @Nullable String id,
        @Nullable String parentId,
        @Nullable String userId) {

    /** Nothing is known of the cause. */
    public static final Context UNKNOWN = new Context(null, null, null);

    /** Whether the source recorded any cause at all. */
    public boolean isKnown() {
        return id != null;
    }
}
