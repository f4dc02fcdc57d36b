package io.homeiq.replay.trigger;

import io.homeiq.replay.config.Period;
import io.homeiq.replay.core.Core;
import io.homeiq.replay.fault.Fault;
import io.homeiq.replay.home.HomeChange;
import io.homeiq.replay.template.Scope;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The {@code for} of a trigger: how long each of its entities has to stay as it is. */
final class Held {

    private final Core core;
    private final @Nullable Period period;
    private final Map<String, Duration> current = new HashMap<>();
    private final Map<String, Runnable> running = new HashMap<>();

    /** @param period null without {@code for} */
    Held(Core core, @Nullable Period period) {
        this.core = core;
        this.period = period;
    }

    /** Now if there is nothing to wait for, else once it has lasted; never if the length cannot be rendered. */
    void then(String entityId, Scope scope, Predicate<HomeChange> isSame, Runnable fire) {
        if (period == null || period.isZero()) {
            fire.run();
            return;
        }
        Duration length;
        try {
            length = period.positive(scope);
        } catch (Fault fault) {
            return;
        }
        current.put(entityId, length);
        running.put(entityId, SameState.track(core, entityId, length, isSame, fire));
    }

    /** What {@code trigger.for} tells. */
    @Nullable
    Duration told(String entityId) {
        if (period == null) {
            return null;
        }
        return period.isZero() ? Duration.ZERO : current.get(entityId);
    }

    void end() {
        running.values().forEach(Runnable::run);
        running.clear();
    }
}
