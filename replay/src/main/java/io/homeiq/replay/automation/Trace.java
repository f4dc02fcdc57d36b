package io.homeiq.replay.automation;

import io.homeiq.contracts.home.Context;
import io.homeiq.replay.Firing;
import io.homeiq.replay.Outcome;
import io.homeiq.replay.PerformedCall;
import io.homeiq.replay.history.Effect;
import io.homeiq.replay.home.FiredEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is noted of one firing while it goes on. */
final class Trace {

    private final Instant time;
    private final Context context;
    private final List<PerformedCall> calls = new ArrayList<>();
    private final List<Effect> effects = new ArrayList<>();
    private final List<FiredEvent> events = new ArrayList<>();
    private Outcome outcome = Outcome.ERROR;
    private @Nullable Integer trigger;
    private @Nullable Integer condition;
    private @Nullable String error;

    Trace(Instant time, Context context) {
        this.time = time;
        this.context = context;
    }

    Context context() {
        return context;
    }

    void triggeredBy(@Nullable Integer position) {
        trigger = position;
    }

    void conditionFailed(int position) {
        outcome = Outcome.CONDITION_FAILED;
        condition = position;
    }

    void rejected() {
        outcome = Outcome.MODE_REJECTED;
    }

    void accepted() {
        outcome = Outcome.RAN;
    }

    void broke(RuntimeException problem) {
        error = problem.getMessage();
    }

    void called(PerformedCall call) {
        calls.add(call);
    }

    void caused(Effect effect) {
        effects.add(effect);
    }

    void fired(FiredEvent event) {
        events.add(event);
    }

    Firing firing() {
        return new Firing(time, trigger, outcome, condition, calls, effects, events, error);
    }
}
