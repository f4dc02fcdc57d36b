package io.homeiq.store.pattern;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One judgement of a person.
 *
 * @param comment in the person's words; null: none
 * @param at kept to the millisecond
 */
public record Feedback(FeedbackAction action, @Nullable String comment, Instant at) {}
