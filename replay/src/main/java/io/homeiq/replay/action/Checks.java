package io.homeiq.replay.action;

import io.homeiq.replay.condition.Condition;
import io.homeiq.replay.fault.Fault;
import io.homeiq.replay.run.Run;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Conditions that stand within an action, all of which must hold. */
record Checks(List<Condition> conditions) {

    /**
     * Whether all hold.
     *
     * @return null if one cannot be told before one is found false
     */
    @Nullable
    Boolean hold(Run run) {
        Map<String, @Nullable Object> variables = run.variables().all();
        try {
            for (Condition condition : conditions) {
                if (Boolean.FALSE.equals(condition.check(variables))) {
                    return false;
                }
            }
        } catch (Fault fault) {
            if (!fault.is(Fault.Kind.CONDITION)) {
                throw fault;
            }
            return null;
        }
        return true;
    }
}
