package io.homeiq.query;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One exchange of a conversation.
 *
 * @param queryId of the query that it makes or changes
 * @param userId who asked; null: nobody in particular
 * @param begun when the request came in
 * @param requestId goes along to every service that is asked for the answer
 */
record Turn(String queryId, @Nullable String userId, Instant begun, String requestId) {}
