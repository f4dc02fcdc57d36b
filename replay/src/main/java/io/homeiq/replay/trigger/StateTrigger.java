package io.homeiq.replay.trigger;

import io.homeiq.replay.config.Period;
import io.homeiq.replay.home.EntityState;
import io.homeiq.replay.home.HomeChange;
import io.homeiq.replay.value.Equality;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An entity changed from some states to others.
 *
 * @param onlyFrom {@code from} is given without {@code to}: then {@code for} lasts until the old value is back
 * @param any neither from nor to is given: also attributes alone count
 * @param attribute whose value counts instead of the state; null for the state
 */
record StateTrigger(
        List<String> entities,
        Match from,
        Match to,
        boolean onlyFrom,
        boolean any,
        @Nullable String attribute,
        @Nullable Period period)
        implements Trigger {

    @Override
    public Runnable attach(Attachment attachment) {
        Held held = new Held(attachment.core(), period);
        Runnable unwatch =
                attachment.core().world().watch().watch(entities, change -> onChange(change, attachment, held));
        return () -> {
            unwatch.run();
            held.end();
        };
    }

    private void onChange(HomeChange change, Attachment attachment, Held held) {
        Object before = value(change.before());
        Object after = value(change.after());
        boolean same = Equality.same(before, after);
        if ((attribute != null && same) || !from.takes(before) || !to.takes(after) || (!any && same)) {
            return;
        }
        held.then(
                change.entityId(),
                attachment.scope(told(change)),
                later -> isSame(later, before, after),
                () -> fire(change, attachment, held));
    }

    private @Nullable Object value(@Nullable EntityState state) {
        if (state == null) {
            return null;
        }
        return attribute == null ? state.state() : state.attributes().get(attribute);
    }

    private boolean isSame(HomeChange later, @Nullable Object before, @Nullable Object after) {
        if (later.after() == null) {
            return false;
        }
        Object now = value(later.after());
        return onlyFrom ? !Equality.same(now, before) : Equality.same(now, after);
    }

    private static Map<String, @Nullable Object> told(HomeChange change) {
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        told.put("platform", "state");
        told.put("entity_id", change.entityId());
        told.put("from_state", change.before());
        told.put("to_state", change.after());
        return told;
    }

    private void fire(HomeChange change, Attachment attachment, Held held) {
        Map<String, @Nullable Object> told = told(change);
        told.put("for", held.told(change.entityId()));
        told.put("attribute", attribute);
        told.put("description", "state of " + change.entityId());
        attachment.fire(told, change.context());
    }
}
