package io.homeiq.replay.run;

import io.homeiq.contracts.home.Context;
import io.homeiq.replay.core.Core;
import io.homeiq.replay.core.Variables;
import io.homeiq.replay.loop.Loop;
import io.homeiq.replay.loop.Signal;
import io.homeiq.replay.loop.Waiting;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A list of actions and its runs, several of which may go on at a time. */
public final class Script {

    private final Core core;
    private final List<Step> steps;
    private final RunMode mode;
    private final int maxRuns;
    private final boolean isOutermost;
    private final Runnable onChange;
    private final @Nullable Turn turn;
    private final List<Run> runs = new ArrayList<>();

    private Script(Core core, List<Step> steps, RunMode mode, int maxRuns, boolean isOutermost, Runnable onChange) {
        this.core = core;
        this.steps = List.copyOf(steps);
        this.mode = mode;
        this.maxRuns = maxRuns;
        this.isOutermost = isOutermost;
        this.onChange = onChange;
        this.turn = mode == RunMode.QUEUED ? new Turn(core.loop()) : null;
    }

    /**
     * The actions of an automation.
     *
     * @param onChange called when a run begins or ends
     */
    public static Script ofAutomation(Core core, List<Step> steps, RunMode mode, int maxRuns, Runnable onChange) {
        return new Script(core, steps, mode, maxRuns, true, onChange);
    }

    /** Actions within an action. */
    public static Script within(Core core, List<Step> steps, int maxRuns) {
        return new Script(core, steps, RunMode.PARALLEL, maxRuns, false, () -> {});
    }

    List<Step> steps() {
        return steps;
    }

    @Nullable
    Turn turn() {
        return turn;
    }

    public int runs() {
        return runs.size();
    }

    /** Whether another run would be refused now. */
    public boolean isFull() {
        return !runs.isEmpty() && (mode == RunMode.SINGLE || (mode != RunMode.RESTART && runs.size() == maxRuns));
    }

    /**
     * Begins a run; the caller has seen that it is not full.
     *
     * @param onStart called when it is accepted; in {@code restart} when the others have ended
     * @return leaves it: ends the run, or lets it never begin while it waits for others to end
     */
    public Runnable start(Variables variables, Context context, Runnable onStart, Then then) {
        Run run = new Run(core, this, variables, context);
        boolean others = !runs.isEmpty();
        runs.add(run);
        boolean[] left = {false};
        if (mode == RunMode.RESTART && others) {
            stop(run, () -> {
                if (!left[0]) {
                    begin(run, onStart, then);
                }
            });
        } else {
            begin(run, onStart, then);
        }
        return () -> {
            left[0] = true;
            if (run.isStarted()) {
                run.stop().set();
            }
        };
    }

    private void begin(Run run, Runnable onStart, Then then) {
        onStart.run();
        onChange.run();
        Pending pending = new Pending();
        run.start(pending);
        if (pending.isDone()) {
            then.resume(pending.problem());
            return;
        }
        // The run is a task behind a shield: it takes two rounds to hear of its end.
        Loop loop = core.loop();
        pending.then(problem -> loop.soon(() -> loop.soon(() -> then.resume(problem))));
    }

    /** An inner list that is left waits no more; {@code then} is told when its run has ended. */
    void leave(Run run, Runnable then) {
        run.stop().set();
        if (run.isStarted() && !run.stopped().isDone()) {
            run.stopped().whenDone(then);
        } else {
            then.run();
        }
    }

    List<Run> running() {
        return List.copyOf(runs);
    }

    /** Asks all runs to end, and goes on when they have. */
    public void stopAll(Runnable then) {
        stop(null, () -> {
            onChange.run();
            then.run();
        });
    }

    private void stop(@Nullable Run spared, Runnable then) {
        Loop loop = core.loop();
        List<Signal> ends = new ArrayList<>();
        for (Run run : List.copyOf(runs)) {
            if (run != spared) {
                ends.add(end(run));
            }
        }
        if (ends.isEmpty()) {
            then.run();
            return;
        }
        Waiting.forAll(loop, ends, () -> loop.soon(() -> loop.soon(then)));
    }

    private Signal end(Run run) {
        Signal ended = new Signal(core.loop());
        run.stop().set();
        if (run.isStarted() && !run.stopped().isDone()) {
            run.stopped().whenDone(ended::set);
        } else {
            ended.set();
        }
        return ended;
    }

    void ended(Run run) {
        runs.remove(run);
        if (!run.stop().isDone()) {
            onChange.run();
        }
    }

    /** What of a run's end concerns those who wait for it. */
    @Nullable
    RuntimeException passedOn(@Nullable RuntimeException problem) {
        if (problem instanceof Halt halt) {
            return switch (halt.kind()) {
                case CONDITION -> null;
                case STOP, ABORT -> isOutermost ? null : problem;
                case CANCELLED -> problem;
            };
        }
        return problem;
    }
}
