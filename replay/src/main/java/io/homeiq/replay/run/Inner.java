package io.homeiq.replay.run;

import io.homeiq.replay.core.Variables;
import io.homeiq.replay.loop.Loop;
import org.jspecify.annotations.Nullable;

/** Runs a list of actions within a run, and ends with it. */
public final class Inner {

    private final Run outer;
    private final Loop loop;
    private final Script script;
    private final Then then;
    private final Runnable onStop = this::interrupt;
    private boolean over;
    private boolean interrupted;

    private Inner(Run outer, Script script, Then then) {
        this.outer = outer;
        this.loop = outer.core().loop();
        this.script = script;
        this.then = then;
    }

    /** In a scope of its own. */
    public static void run(Run outer, Script script, Then then) {
        run(outer, script, outer.variables().inner(), then);
    }

    /** As one of several at a time. */
    public static void runBranch(Run outer, Script script, Then then) {
        run(outer, script, outer.variables().innerBranch(), then);
    }

    private static void run(Run outer, Script script, Variables variables, Then then) {
        if (script.isFull()) {
            then.resume(null);
            return;
        }
        Inner inner = new Inner(outer, script, then);
        Pending pending = new Pending();
        script.start(variables, outer.context(), () -> {}, pending);
        if (pending.isDone()) {
            then.resume(pending.problem());
            return;
        }
        inner.run = script.running().getLast();
        outer.stop().whenDone(inner.onStop);
        pending.then(problem -> inner.loop.soon(() -> inner.end(problem)));
    }

    private @Nullable Run run;

    private void end(@Nullable RuntimeException problem) {
        if (!over) {
            over = true;
            outer.stop().forget(onStop);
            then.resume(interrupted ? cancelled() : problem);
        }
    }

    /** The outer run is to end: first the inner one has to. */
    private void interrupt() {
        if (over || run == null) {
            return;
        }
        interrupted = true;
        Run mine = run;
        loop.soon(() -> script.leave(mine, () -> loop.soon(() -> end(cancelled()))));
    }

    private static Halt cancelled() {
        return new Halt(Halt.Kind.CANCELLED, "the run was stopped");
    }
}
