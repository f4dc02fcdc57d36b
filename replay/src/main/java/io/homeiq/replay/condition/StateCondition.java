package io.homeiq.replay.condition;

import io.homeiq.replay.config.EntityIds;
import io.homeiq.replay.config.Period;
import io.homeiq.replay.core.Core;
import io.homeiq.replay.fault.Fault;
import io.homeiq.replay.home.EntityState;
import io.homeiq.replay.value.Equality;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Entities have one of some states, perhaps for some time.
 *
 * @param any whether one entity is enough
 * @param wanted texts, or any values for an attribute; the id of an input helper stands for its state
 * @param lasting strictly longer, counted from the last change of the state
 */
record StateCondition(
        Core core,
        List<String> entities,
        boolean any,
        @Nullable String attribute,
        List<@Nullable Object> wanted,
        @Nullable Period lasting)
        implements Condition {

    /** Written out, because in an implicit constructor the compiler loses the annotation within the type. */
    StateCondition(
            Core core,
            List<String> entities,
            boolean any,
            @Nullable String attribute,
            List<@Nullable Object> wanted,
            @Nullable Period lasting) {
        this.core = core;
        this.entities = entities;
        this.any = any;
        this.attribute = attribute;
        this.wanted = wanted;
        this.lasting = lasting;
    }

    @Override
    public Boolean check(Map<String, @Nullable Object> variables) {
        Fault error = null;
        boolean result = !any;
        for (String id : entities) {
            try {
                if (holds(id, variables)) {
                    result = true;
                } else if (!any) {
                    return false;
                }
            } catch (Fault fault) {
                if (!fault.is(Fault.Kind.CONDITION)) {
                    throw fault;
                }
                error = error == null ? fault : error;
            }
        }
        if (error != null) {
            throw error;
        }
        return result;
    }

    private boolean holds(String id, Map<String, @Nullable Object> variables) {
        EntityState state = core.world().get(id);
        if (state == null) {
            throw new Fault(Fault.Kind.CONDITION, "unknown entity " + id);
        }
        if (attribute != null && !state.attributes().containsKey(attribute)) {
            return false;
        }
        Object value = attribute == null ? state.state() : state.attributes().get(attribute);
        return isWanted(value) && (lasting == null || hasLasted(state, lasting, variables));
    }

    private boolean isWanted(@Nullable Object value) {
        for (Object option : wanted) {
            if (Equality.same(value, resolved(option))) {
                return true;
            }
        }
        return false;
    }

    private @Nullable Object resolved(@Nullable Object option) {
        if (!(option instanceof String id) || !EntityIds.isHelper(id)) {
            return option;
        }
        EntityState helper = core.world().get(id);
        if (helper == null) {
            throw new Fault(Fault.Kind.CONDITION, "the 'state' entity " + id + " is unavailable");
        }
        return helper.state();
    }

    private boolean hasLasted(EntityState state, Period period, Map<String, @Nullable Object> variables) {
        Duration duration;
        try {
            duration = period.positive(core.scope(variables));
        } catch (Fault fault) {
            throw fault.is(Fault.Kind.UNSUPPORTED) ? fault : new Fault(Fault.Kind.CONDITION, fault.reason());
        }
        return core.loop().clock().minus(duration).isAfter(state.lastChanged());
    }
}
