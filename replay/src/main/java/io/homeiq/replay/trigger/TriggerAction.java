package io.homeiq.replay.trigger;

import io.homeiq.contracts.home.Context;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a trigger sets off. */
@FunctionalInterface
public interface TriggerAction {

    /**
     * A trigger happened.
     *
     * @param variables with {@code trigger}, and those that the trigger defines
     * @param context of what set the trigger off, or null
     */
    void start(Map<String, @Nullable Object> variables, @Nullable Context context);
}
