package io.homeiq.service.client;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** The rules of the circuit, written down a second time as plainly as possible: a few numbers and a list of the calls under way. */
final class PlainCircuit {

    private final IntFunction<Duration> pauses;
    private final Duration patience;
    private final List<Running> running = new ArrayList<>();
    private int failuresInARow;
    private boolean open;
    private int inVain;
    private Instant tryAt = Instant.MIN;
    private @Nullable Running probe;

    /** A call under way; two are never the same. */
    private static final class Running {
        private final Instant begun;
        private boolean counts = true;

        Running(Instant begun) {
            this.begun = begun;
        }
    }

    PlainCircuit(IntFunction<Duration> pauses, Duration patience) {
        this.pauses = pauses;
        this.patience = patience;
    }

    boolean isOpen() {
        return open;
    }

    /** Whether a call goes out; if so, it is the last of those under way. */
    boolean begin(Instant now) {
        if (open) {
            boolean asked = probe != null && now.isBefore(probe.begun.plus(patience));
            boolean tooEarly = probe == null && now.isBefore(tryAt);
            if (asked || tooEarly) {
                return false;
            }
        }
        Running call = new Running(now);
        if (open) {
            forgetOthers();
            probe = call;
        }
        running.add(call);
        return true;
    }

    void endPause(Instant now) {
        tryAt = now;
    }

    void succeeded(int index) {
        running.remove(index);
        open = false;
        probe = null;
        failuresInARow = 0;
    }

    void failed(int index, Instant now) {
        Running call = running.remove(index);
        if (!call.counts) {
            return;
        }
        if (open) {
            inVain++;
        } else if (++failuresInARow < CircuitBreaker.FAILURES) {
            return;
        } else {
            open = true;
            inVain = 0;
        }
        probe = null;
        tryAt = now.plus(pauses.apply(inVain));
        forgetOthers();
    }

    /** How they fail says nothing about the time from now on. */
    private void forgetOthers() {
        running.forEach(call -> call.counts = false);
    }
}
