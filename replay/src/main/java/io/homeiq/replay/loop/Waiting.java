package io.homeiq.replay.loop;

import java.util.List;

/** Waits for several signals, as long in rounds as {@code asyncio.wait} does. */
public final class Waiting {

    private final Loop loop;
    private final List<Signal> signals;
    private final Runnable then;
    private final Runnable onDone = this::count;
    private int missing;

    private Waiting(Loop loop, List<Signal> signals, int missing, Runnable then) {
        this.loop = loop;
        this.signals = List.copyOf(signals);
        this.missing = missing;
        this.then = then;
        this.signals.forEach(signal -> signal.whenDone(onDone));
    }

    /** Goes on when the first of them has happened. */
    public static void forFirst(Loop loop, List<Signal> signals, Runnable then) {
        new Waiting(loop, signals, 1, then);
    }

    /** Goes on when all of them have happened. */
    public static void forAll(Loop loop, List<Signal> signals, Runnable then) {
        new Waiting(loop, signals, signals.size(), then);
    }

    private void count() {
        missing--;
        if (missing == 0) {
            loop.soon(this::goOn);
        }
    }

    private void goOn() {
        signals.forEach(signal -> signal.forget(onDone));
        then.run();
    }
}
