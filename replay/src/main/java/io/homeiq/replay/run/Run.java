package io.homeiq.replay.run;

import io.homeiq.contracts.home.Context;
import io.homeiq.replay.core.Core;
import io.homeiq.replay.core.Variables;
import io.homeiq.replay.loop.Signal;
import io.homeiq.replay.template.Scope;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One run of a list of actions. */
public final class Run {

    private final Core core;
    private final Script script;
    private final Context context;
    private final Signal stop;
    private final Signal stopped;
    private Variables variables;
    private int position;
    private boolean started;
    private boolean holdsTurn;
    private @Nullable Then end;

    Run(Core core, Script script, Variables variables, Context context) {
        this.core = core;
        this.script = script;
        this.variables = variables;
        this.context = context;
        this.stop = new Signal(core.loop());
        this.stopped = new Signal(core.loop());
    }

    public Core core() {
        return core;
    }

    public Context context() {
        return context;
    }

    public Variables variables() {
        return variables;
    }

    public void openScope() {
        variables = variables.inner();
    }

    public void closeScope() {
        variables = variables.outer();
    }

    /** What a template sees now. */
    public Scope scope() {
        return core.scope(variables.all());
    }

    /** Set when somebody wants the run to end. */
    public Signal stop() {
        return stop;
    }

    /** Set when it has ended. */
    Signal stopped() {
        return stopped;
    }

    boolean isStarted() {
        return started;
    }

    void start(Then then) {
        end = then;
        Turn turn = script.turn();
        if (turn == null) {
            go();
        } else {
            turn.take(
                    stop,
                    () -> {
                        holdsTurn = true;
                        go();
                    },
                    () -> finish(new Halt(Halt.Kind.CANCELLED, "stopped while queued")));
        }
    }

    private void go() {
        started = true;
        advance();
    }

    private void advance() {
        while (position < script.steps().size() && !stop.isDone()) {
            Pending pending = new Pending();
            script.steps().get(position).begin(this, pending);
            if (!pending.isDone()) {
                pending.then(this::goOn);
                return;
            }
            if (pending.problem() != null) {
                finish(pending.problem());
                return;
            }
            position++;
        }
        finish(null);
    }

    private void goOn(@Nullable RuntimeException problem) {
        if (problem != null) {
            finish(problem);
        } else {
            position++;
            advance();
        }
    }

    private void finish(@Nullable RuntimeException problem) {
        if (holdsTurn) {
            holdsTurn = false;
            Objects.requireNonNull(script.turn()).release();
        }
        script.ended(this);
        stopped.set();
        Objects.requireNonNull(end).resume(script.passedOn(problem));
    }
}
