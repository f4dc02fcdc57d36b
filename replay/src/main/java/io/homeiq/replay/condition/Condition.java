package io.homeiq.replay.condition;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Something that holds or does not hold now. */
public interface Condition {

    /**
     * Whether it holds.
     *
     * @param variables what templates see
     * @return null if it is disabled
     * @throws io.homeiq.replay.fault.Fault of kind CONDITION if it cannot be told, as with a missing entity
     */
    @Nullable
    Boolean check(Map<String, @Nullable Object> variables);
}
