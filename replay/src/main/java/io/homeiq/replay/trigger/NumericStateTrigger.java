package io.homeiq.replay.trigger;

import io.homeiq.replay.condition.NumericBand;
import io.homeiq.replay.config.Period;
import io.homeiq.replay.core.Core;
import io.homeiq.replay.fault.Fault;
import io.homeiq.replay.home.EntityState;
import io.homeiq.replay.home.HomeChange;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A number came into a band. It fires again only after an evaluation that found it outside. */
record NumericStateTrigger(
        List<String> entities, NumericBand band, @Nullable Period period) implements Trigger {

    @Override
    public Runnable attach(Attachment attachment) {
        Watch watch = new Watch(this, attachment);
        watch.armAll();
        Runnable unwatch = attachment.core().world().watch().watch(entities, watch::onChange);
        return () -> {
            unwatch.run();
            watch.held.end();
        };
    }

    private Map<String, @Nullable Object> told(String entityId) {
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        told.put("platform", "numeric_state");
        told.put("entity_id", entityId);
        told.put("below", band.below());
        told.put("above", band.above());
        return told;
    }

    /** One life of the trigger, with what it has seen. */
    private static final class Watch {

        private final NumericStateTrigger trigger;
        private final Attachment attachment;
        private final Core core;
        private final Held held;
        private final Set<String> armed = new HashSet<>();

        Watch(NumericStateTrigger trigger, Attachment attachment) {
            this.trigger = trigger;
            this.attachment = attachment;
            this.core = attachment.core();
            this.held = new Held(core, trigger.period());
        }

        void armAll() {
            for (String id : trigger.entities()) {
                EntityState state = core.world().get(id);
                if (state != null && Boolean.FALSE.equals(isWithin(id, state))) {
                    armed.add(id);
                }
            }
        }

        /** Null if it cannot be told. */
        private @Nullable Boolean isWithin(String id, EntityState state) {
            try {
                return trigger.band().holds(core, state, variables(id));
            } catch (Fault fault) {
                return null;
            }
        }

        private Map<String, @Nullable Object> variables(String id) {
            Map<String, @Nullable Object> told = trigger.told(id);
            told.put("attribute", trigger.band().attribute());
            Map<String, @Nullable Object> variables = new LinkedHashMap<>(attachment.known());
            variables.put("trigger", told);
            return variables;
        }

        void onChange(HomeChange change) {
            EntityState after = change.after();
            Boolean within = after == null ? null : isWithin(change.entityId(), after);
            if (within == null || after == null) {
                return;
            }
            if (!within) {
                armed.add(change.entityId());
            } else if (armed.remove(change.entityId())) {
                held.then(
                        change.entityId(),
                        core.scope(variables(change.entityId())),
                        later ->
                                later.after() != null && Boolean.TRUE.equals(isWithin(later.entityId(), later.after())),
                        () -> fire(change, after));
            }
        }

        private void fire(HomeChange change, EntityState after) {
            Map<String, @Nullable Object> told = trigger.told(change.entityId());
            told.put("from_state", change.before());
            told.put("to_state", after);
            told.put("for", held.told(change.entityId()));
            told.put("description", "numeric state of " + change.entityId());
            attachment.fire(told, after.context());
        }
    }
}
