package io.homeiq.replay.loop;

import java.util.ArrayList;
import java.util.List;

/** Something that will have happened. Who waits for it goes on one round later, as with a future of asyncio. */
public final class Signal {

    private final Loop loop;
    private final List<Runnable> waiting = new ArrayList<>();
    private boolean done;

    public Signal(Loop loop) {
        this.loop = loop;
    }

    public boolean isDone() {
        return done;
    }

    /** The first time counts. */
    public void set() {
        if (!done) {
            done = true;
            waiting.forEach(loop::soon);
            waiting.clear();
        }
    }

    /** In the round after the one in which it happens; in the next one if it has happened. */
    public void whenDone(Runnable work) {
        if (done) {
            loop.soon(work);
        } else {
            waiting.add(work);
        }
    }

    /** No longer waits. */
    public void forget(Runnable work) {
        waiting.remove(work);
    }
}
