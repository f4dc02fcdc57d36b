package io.homeiq.replay.condition;

import io.homeiq.replay.value.Equality;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One of some triggers led here. */
record TriggerCondition(List<String> ids) implements Condition {

    @Override
    public Boolean check(Map<String, @Nullable Object> variables) {
        return variables.get("trigger") instanceof Map<?, ?> trigger && Equality.contains(ids, trigger.get("id"));
    }
}
