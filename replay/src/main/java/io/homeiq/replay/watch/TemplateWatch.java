package io.homeiq.replay.watch;

import io.homeiq.replay.core.Core;
import io.homeiq.replay.fault.Fault;
import io.homeiq.replay.home.HomeChange;
import io.homeiq.replay.loop.ClockPattern;
import io.homeiq.replay.loop.Loop;
import io.homeiq.replay.loop.TimeExpression;
import io.homeiq.replay.loop.Timer;
import io.homeiq.replay.template.Rendered;
import io.homeiq.replay.template.Templates.Template;
import io.homeiq.replay.value.Equality;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Follows the result of one template: evaluated when it begins, then at each change of what it looked at, and at second
 * 0 of each minute if it looked at the clock. The first evaluation after the beginning counts as a change whatever it
 * gives.
 */
public final class TemplateWatch {

    private static final TimeExpression FULL_MINUTE =
            new TimeExpression(TimeExpression.every(23), TimeExpression.every(59), List.of(0));

    /** Is told when the result is another one. */
    @FunctionalInterface
    public interface Listener {

        /**
         * The result is another one.
         *
         * @param change what led to it, or null if it was the clock
         */
        void onResult(Rendered result, @Nullable Rendered before, @Nullable HomeChange change);
    }

    private final Core core;
    private final Template template;
    private final Map<String, @Nullable Object> variables;
    private final Listener listener;
    private final TrackedStates states;
    private Tracking tracking;
    private @Nullable Rendered last;
    private @Nullable ClockPattern clock;
    private @Nullable Timer limited;
    private long evaluatedAt;

    private TemplateWatch(Core core, Template template, Map<String, @Nullable Object> variables, Listener listener) {
        this.core = core;
        this.template = template;
        this.variables = variables;
        this.listener = listener;
        this.states = new TrackedStates(core.world(), this::onChange);
        this.tracking = Tracking.of(render());
        this.evaluatedAt = Long.MIN_VALUE;
    }

    /**
     * Begins.
     *
     * @throws Fault if the template is not supported
     */
    public static TemplateWatch start(
            Core core, Template template, Map<String, @Nullable Object> variables, Listener listener) {
        TemplateWatch watch = new TemplateWatch(core, template, variables, listener);
        watch.states.follow(watch.tracking, false);
        watch.followClock();
        return watch;
    }

    private Rendered render() {
        Rendered rendered = template.render(core.scope(variables));
        if (rendered instanceof Rendered.Unsupported missing) {
            core.unsupported().add("template: " + missing.name());
        }
        return rendered;
    }

    private void onChange(HomeChange change) {
        refresh(change, Loop.micros(change.time()));
    }

    private void refresh(@Nullable HomeChange change, long now) {
        if (change != null && !tracking.isTouchedBy(change)) {
            return;
        }
        if (change != null && isTooSoon(change, now)) {
            return;
        }
        stopLimit();
        evaluatedAt = now;
        Rendered result = render();
        tracking = Tracking.of(result);
        followClock();
        states.follow(tracking, false);
        Rendered before = last;
        if (before == null || !isSame(result, before)) {
            last = result;
            listener.onResult(result, before, change);
        }
    }

    private boolean isTooSoon(HomeChange change, long now) {
        Long limit = tracking.limitMicros(change.entityId());
        if (limit == null || evaluatedAt == Long.MIN_VALUE || evaluatedAt + limit <= now) {
            return false;
        }
        if (limited == null) {
            limited = core.loop()
                    .after(
                            evaluatedAt + limit - now,
                            () -> refresh(change, core.loop().clockMicros()));
            followClock();
            states.follow(tracking, true);
        }
        return true;
    }

    private void stopLimit() {
        if (limited != null) {
            limited.cancel();
            limited = null;
        }
    }

    private static boolean isSame(Rendered result, Rendered before) {
        if (result instanceof Rendered.Value(Object value, String text, var reads)
                && before instanceof Rendered.Value(Object earlier, String earlierText, var earlierReads)) {
            return Equality.same(value, earlier);
        }
        return !(result instanceof Rendered.Value) && !(before instanceof Rendered.Value);
    }

    private void followClock() {
        if (!tracking.reads().clock()) {
            if (clock != null) {
                clock.cancel();
                clock = null;
            }
        } else if (clock == null) {
            clock = ClockPattern.start(
                    core.loop(),
                    FULL_MINUTE,
                    ZoneOffset.UTC,
                    now -> refresh(null, core.loop().clockMicros()));
        }
    }

    public void end() {
        states.end();
        stopLimit();
        if (clock != null) {
            clock.cancel();
            clock = null;
        }
    }
}
