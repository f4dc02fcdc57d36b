package io.homeiq.replay.automation;

import io.homeiq.replay.condition.Condition;
import io.homeiq.replay.core.Definitions;
import io.homeiq.replay.run.RunMode;
import io.homeiq.replay.trigger.Triggers;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An automation as it was read, its actions apart.
 *
 * @param id null if it has none
 * @param maxRuns how many runs at a time, where the mode allows several
 * @param isOn whether it is switched on when it is loaded
 */
record Parts(
        @Nullable String id,
        String name,
        Triggers triggers,
        List<Condition> conditions,
        Definitions triggerVariables,
        Definitions variables,
        RunMode mode,
        int maxRuns,
        boolean isOn) {}
