package io.homeiq.replay.action;

import io.homeiq.replay.config.Period;
import io.homeiq.replay.loop.Loop;
import io.homeiq.replay.loop.Signal;
import io.homeiq.replay.loop.Timer;
import io.homeiq.replay.loop.Waiting;
import io.homeiq.replay.run.Halt;
import io.homeiq.replay.run.Run;
import io.homeiq.replay.run.Then;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Waiting with or without a time limit, and the variable {@code wait} that tells of it. */
final class Wait {

    private static final double MICROS_PER_SECOND = 1e6;

    private final Run run;
    private final boolean goesOn;
    private final Signal done;
    private final @Nullable Long limitMicros;
    private @Nullable Signal timeout;
    private @Nullable Timer timer;

    /**
     * @param limit null to wait for ever
     * @param goesOn whether the run goes on after the limit
     */
    Wait(Run run, @Nullable Period limit, boolean goesOn) {
        this.run = run;
        this.goesOn = goesOn;
        this.done = new Signal(run.core().loop());
        this.limitMicros = limit == null ? null : (Long) DelayAction.micros(limit, run, "timeout");
    }

    /** Sets the variable; {@code trigger} is among it if one is waited for. */
    void tell(boolean withTrigger) {
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        told.put("remaining", limitMicros == null ? null : (Object) (limitMicros / MICROS_PER_SECOND));
        told.put("completed", false);
        if (withTrigger) {
            told.put("trigger", null);
        }
        run.variables().putForBranch("wait", told);
    }

    /** There is no time to wait. @return whether that is so, and the end was told */
    boolean isOverAtOnce(Then then) {
        if (limitMicros == null || limitMicros != 0) {
            return false;
        }
        then.resume(timedOut());
        return true;
    }

    /** Starts the clock. */
    void begin() {
        if (limitMicros != null) {
            Signal over = new Signal(run.core().loop());
            timeout = over;
            timer = run.core().loop().after(limitMicros, over::set);
        }
    }

    /** What was waited for has happened. */
    void complete(@Nullable Object trigger, boolean withTrigger) {
        Map<String, @Nullable Object> told = told();
        told.put("remaining", remaining());
        told.put("completed", true);
        if (withTrigger) {
            told.put("trigger", trigger);
        }
        done.set();
    }

    /** It had happened before the waiting. */
    void completeAtOnce() {
        told().put("completed", true);
    }

    private @Nullable Double remaining() {
        return timer == null
                ? null
                : (Double) ((timer.due().micros() - run.core().loop().micros()) / MICROS_PER_SECOND);
    }

    @SuppressWarnings("unchecked")
    private Map<String, @Nullable Object> told() {
        return (Map<String, @Nullable Object>)
                java.util.Objects.requireNonNull(run.variables().get("wait"));
    }

    /** @param end ends the watching for what is waited for */
    void then(Runnable end, Then then) {
        Loop loop = run.core().loop();
        List<Signal> signals = new ArrayList<>(List.of(run.stop(), done));
        if (timeout != null) {
            signals.add(timeout);
        }
        Waiting.forFirst(loop, signals, () -> {
            boolean late = timeout != null && timeout.isDone();
            RuntimeException problem = late ? timedOut() : null;
            if (timer != null) {
                timer.cancel();
            }
            end.run();
            then.resume(problem);
        });
    }

    private @Nullable RuntimeException timedOut() {
        told().put("remaining", 0.0);
        return goesOn ? null : new Halt(Halt.Kind.ABORT, "Timeout reached, abort script.");
    }
}
