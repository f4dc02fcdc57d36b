package io.homeiq.replay.trigger;

import io.homeiq.replay.config.Enabled;
import io.homeiq.replay.core.Definitions;
import org.jspecify.annotations.Nullable;

/**
 * A trigger with what stands beside it.
 *
 * @param id null for its position
 */
record TriggerEntry(
        Trigger trigger, @Nullable String id, @Nullable String alias, Enabled enabled, Definitions variables) {}
