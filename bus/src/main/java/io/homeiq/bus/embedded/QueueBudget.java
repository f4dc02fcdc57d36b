package io.homeiq.bus.embedded;

/** The bytes that may wait for all clients together. */
final class QueueBudget {

    /** About what a waiting message takes in memory besides its payload. */
    private static final int OVERHEAD_BYTES = 256;

    private final long maxBytes;
    private long usedBytes;
    private long leftOut;

    QueueBudget(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    /** Takes room for a message; false if there is none. */
    boolean take(Publication publication) {
        int bytes = size(publication);
        if (usedBytes + bytes > maxBytes) {
            return false;
        }
        usedBytes += bytes;
        return true;
    }

    void giveBack(Publication publication) {
        usedBytes -= size(publication);
    }

    private static int size(Publication publication) {
        return publication.payload().length() + OVERHEAD_BYTES;
    }

    /** Counts a message that found no room; true for the first and then for every thousandth, which are worth a line in the log. */
    boolean countLeftOut() {
        return leftOut++ % 1000 == 0;
    }

    long leftOut() {
        return leftOut;
    }
}
