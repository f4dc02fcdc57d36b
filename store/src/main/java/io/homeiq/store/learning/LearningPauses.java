package io.homeiq.store.learning;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * While nothing is learned.
 *
 * @param pauses the oldest first; only the last one may be without an end
 */
public record LearningPauses(List<Pause> pauses) {

    /** Everything is learned from. */
    public static final LearningPauses NONE = new LearningPauses(List.of());

    /**
     * From a moment until before another.
     *
     * @param until null: it goes on
     */
    public record Pause(Instant from, @Nullable Instant until) {

        boolean covers(Instant time) {
            return !time.isBefore(from) && (until == null || time.isBefore(until));
        }
    }

    public LearningPauses {
        pauses = List.copyOf(pauses);
    }

    /** Whether what happened then is left out of learning. */
    public boolean cover(Instant time) {
        // What is asked about is mostly news, so the last pause decides.
        for (Pause pause : pauses.reversed()) {
            if (pause.covers(time)) {
                return true;
            }
        }
        return false;
    }

    /** When the pause of now began; null while habits are learned. */
    public @Nullable Instant since() {
        return pauses.isEmpty() || pauses.getLast().until() != null
                ? null
                : pauses.getLast().from();
    }

    /** Whether habits are learned now. */
    public boolean isLearning() {
        return since() == null;
    }
}
