package io.homeiq.store.pattern;

import io.homeiq.contracts.pattern.Pattern;
import java.time.Instant;

/**
 * A pattern with what the store knows of it.
 *
 * @param createdAt when it was saved for the first time, to the millisecond
 * @param updatedAt when it last changed or was retired, to the millisecond
 * @param retired whether it does not hold any more
 */
public record StoredPattern(Pattern pattern, Instant createdAt, Instant updatedAt, Trend trend, boolean retired) {}
