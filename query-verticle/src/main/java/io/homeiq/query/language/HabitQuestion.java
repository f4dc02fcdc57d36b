package io.homeiq.query.language;

import io.homeiq.contracts.home.EntityId;
import java.util.List;

/**
 * A question about what was found or is suggested.
 *
 * @param asked what is wanted
 * @param about only what has to do with one of these; empty: everything
 */
public record HabitQuestion(Asked asked, List<EntityId> about) {

    /** What may be wanted. */
    public enum Asked {
        /** Everything that was found in what people do. */
        HABITS,
        /** What waits for the owner's answer. */
        SUGGESTIONS,
        /** The reasons of a suggestion. */
        REASONS
    }

    public HabitQuestion {
        about = List.copyOf(about);
    }
}
