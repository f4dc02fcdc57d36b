package io.homeiq.replay.condition;

import io.homeiq.replay.core.Core;
import io.homeiq.replay.fault.Fault;
import io.homeiq.replay.home.EntityState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The numbers of all entities lie within a band. */
record NumericStateCondition(Core core, List<String> entities, NumericBand band) implements Condition {

    @Override
    public Boolean check(Map<String, @Nullable Object> variables) {
        List<Condition> each = new ArrayList<>();
        entities.forEach(id -> each.add(new OfOne(core, id, band)));
        return new Conditions.All(each).check(variables);
    }

    private record OfOne(Core core, String id, NumericBand band) implements Condition {

        @Override
        public Boolean check(Map<String, @Nullable Object> variables) {
            EntityState state = core.world().get(id);
            if (state == null) {
                throw new Fault(Fault.Kind.CONDITION, "unknown entity " + id);
            }
            return band.holds(core, state, variables);
        }
    }
}
