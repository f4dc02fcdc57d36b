package io.homeiq.replay.condition;

import io.homeiq.replay.core.Core;
import io.homeiq.replay.fault.Fault;
import io.homeiq.replay.home.EntityState;
import io.homeiq.replay.zone.Zones;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Each of some entities is within one of some zones. */
record ZoneCondition(Core core, List<String> entities, List<String> zones) implements Condition {

    @Override
    public Boolean check(Map<String, @Nullable Object> variables) {
        Fault error = null;
        boolean all = true;
        for (String entity : entities) {
            boolean within = false;
            for (String zone : zones) {
                try {
                    within |= Zones.holds(known("zone", zone), known("entity", entity));
                } catch (Fault fault) {
                    if (!fault.is(Fault.Kind.CONDITION)) {
                        throw fault;
                    }
                    error = error == null ? fault : error;
                }
            }
            all &= within;
        }
        if (error != null && !all) {
            throw error;
        }
        return all;
    }

    private EntityState known(String what, String id) {
        EntityState state = core.world().get(id);
        if (state == null) {
            throw new Fault(Fault.Kind.CONDITION, "unknown " + what + " " + id);
        }
        return state;
    }
}
