package io.homeiq.replay.action;

import io.homeiq.replay.config.Period;
import io.homeiq.replay.fault.Fault;
import io.homeiq.replay.loop.Loop;
import io.homeiq.replay.loop.Signal;
import io.homeiq.replay.loop.Timer;
import io.homeiq.replay.loop.Waiting;
import io.homeiq.replay.run.Halt;
import io.homeiq.replay.run.Run;
import io.homeiq.replay.run.Step;
import io.homeiq.replay.run.Then;
import java.util.List;

/** Waits for some time. */
record DelayAction(Period period) implements Step.Action {

    @Override
    public void perform(Run run, Then then) {
        long micros = micros(period, run, "delay");
        if (micros == 0) {
            then.resume(null);
            return;
        }
        Loop loop = run.core().loop();
        Signal over = new Signal(loop);
        Timer timer = loop.after(micros, over::set);
        Waiting.forFirst(loop, List.of(run.stop(), over), () -> {
            timer.cancel();
            then.resume(null);
        });
    }

    /**
     * The length in microseconds.
     *
     * @throws Halt if it cannot be rendered
     */
    static long micros(Period period, Run run, String key) {
        try {
            return Loop.micros(java.time.Instant.EPOCH.plus(period.positive(run.scope())));
        } catch (Fault fault) {
            if (fault.is(Fault.Kind.UNSUPPORTED)) {
                throw fault;
            }
            throw new Halt(Halt.Kind.ABORT, "Error rendering " + key + " template: " + fault.reason());
        }
    }
}
