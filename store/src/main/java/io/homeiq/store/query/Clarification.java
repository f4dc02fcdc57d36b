package io.homeiq.store.query;

import java.time.Instant;

/**
 * A question that was asked back, with its place in the conversation.
 *
 * @param queryId the query that it belongs to, which also names it
 * @param rounds how often the person has answered already
 * @param open whether it still waits for an answer
 * @param document the question as JSON
 * @param updatedAt kept to the millisecond
 */
public record Clarification(String queryId, int rounds, boolean open, String document, Instant updatedAt) {

    public Clarification {
        if (rounds < 0) {
            throw new IllegalArgumentException("rounds must be 0 or more, was: " + rounds);
        }
    }
}
