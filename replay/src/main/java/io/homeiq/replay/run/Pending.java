package io.homeiq.replay.run;

import org.jspecify.annotations.Nullable;

/** Something that was begun: done already or not, so that long lists of steps that never wait need no deep stack. */
public final class Pending implements Then {

    private boolean done;
    private @Nullable RuntimeException problem;
    private @Nullable Then later;

    @Override
    public void resume(@Nullable RuntimeException trouble) {
        if (later != null) {
            later.resume(trouble);
        } else {
            done = true;
            problem = trouble;
        }
    }

    public boolean isDone() {
        return done;
    }

    /** How it ended; null if well. */
    public @Nullable RuntimeException problem() {
        return problem;
    }

    /** What follows, if it is not done. */
    public void then(Then next) {
        later = next;
    }
}
