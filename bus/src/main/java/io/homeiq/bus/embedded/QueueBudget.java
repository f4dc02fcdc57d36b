package io.homeiq.bus.embedded;

/** The bytes that may wait for all clients together. */
final class QueueBudget {

    private final long maxBytes;
    private long usedBytes;
    private long leftOut;

    QueueBudget(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    boolean take(int bytes) {
        if (usedBytes + bytes > maxBytes) {
            return false;
        }
        usedBytes += bytes;
        return true;
    }

    void giveBack(int bytes) {
        usedBytes -= bytes;
    }

    /** Counts a message that found no room; true for the first and then for every thousandth, which are worth a line in the log. */
    boolean countLeftOut() {
        return leftOut++ % 1000 == 0;
    }

    long leftOut() {
        return leftOut;
    }
}
