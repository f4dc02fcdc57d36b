package io.homeiq.replay.run;

import io.homeiq.replay.loop.Loop;
import io.homeiq.replay.loop.Signal;
import java.util.ArrayDeque;
import java.util.Deque;

/** Lets one queued run go at a time, in the order of their coming. */
final class Turn {

    private final Loop loop;
    private final Deque<Signal> waiting = new ArrayDeque<>();
    private boolean taken;

    Turn(Loop loop) {
        this.loop = loop;
    }

    /** Goes on at once if it is free and nobody waits. */
    void take(Signal stop, Runnable then, Runnable stopped) {
        if (!taken && waiting.isEmpty()) {
            taken = true;
            then.run();
            return;
        }
        Signal turn = new Signal(loop);
        waiting.add(turn);
        boolean[] over = {false};
        turn.whenDone(() -> {
            if (!over[0]) {
                over[0] = true;
                waiting.remove(turn);
                taken = true;
                then.run();
            }
        });
        stop.whenDone(() -> {
            if (!over[0]) {
                over[0] = true;
                waiting.remove(turn);
                loop.soon(() -> giveUp(stopped));
            }
        });
    }

    private void giveUp(Runnable stopped) {
        if (!taken) {
            wakeNext();
        }
        stopped.run();
    }

    void release() {
        taken = false;
        wakeNext();
    }

    private void wakeNext() {
        Signal next = waiting.peek();
        if (next != null) {
            next.set();
        }
    }
}
