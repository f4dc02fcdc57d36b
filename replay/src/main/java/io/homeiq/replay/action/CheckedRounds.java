package io.homeiq.replay.action;

import io.homeiq.replay.run.Halt;
import io.homeiq.replay.run.Run;
import org.jspecify.annotations.Nullable;

/** Rounds while conditions hold, or until they do. */
record CheckedRounds(Checks checks, boolean isUntil) implements Rounds {

    private static final int MAX_ROUNDS = 10_000;
    private static final Object NOTHING = new Object();

    @Override
    public Object prepare(Run run) {
        return NOTHING;
    }

    @Override
    public @Nullable Integer count(Object prepared) {
        return null;
    }

    @Override
    public @Nullable Object item(Object prepared, int round) {
        return null;
    }

    @Override
    public boolean begins(int round, Run run) {
        if (isUntil) {
            return true;
        }
        boolean holds = Boolean.TRUE.equals(checks.hold(run));
        if (holds && round > MAX_ROUNDS) {
            throw endless();
        }
        return holds;
    }

    @Override
    public boolean ends(int round, Run run) {
        if (!isUntil) {
            return false;
        }
        boolean ends = !Boolean.FALSE.equals(checks.hold(run));
        if (!ends && round >= MAX_ROUNDS) {
            throw endless();
        }
        return ends;
    }

    private static Halt endless() {
        return new Halt(Halt.Kind.ABORT, "terminated because it looped " + MAX_ROUNDS + " times");
    }

    @Override
    public boolean givesWay(int round) {
        return round > 1;
    }
}
