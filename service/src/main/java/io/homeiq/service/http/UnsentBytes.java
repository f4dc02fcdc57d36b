package io.homeiq.service.http;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Bounds what answers that their clients have not read yet take of the memory, all connections together. Small answers, such as those on health,
 * have twice the room, so that a few who ask for much and read nothing do not keep them from anybody. Safe to use from every thread.
 */
final class UnsentBytes {

    /** In bytes. */
    private static final int SMALL = 16 * 1024;

    private final AtomicLong unsent = new AtomicLong();

    /** Whether there is room for an answer; if so, it is to be given back. One alone always has it. */
    boolean take(int bytes) {
        long room = bytes <= SMALL ? 2 * ServerLimits.MAX_UNSENT_BYTES : ServerLimits.MAX_UNSENT_BYTES;
        long all = unsent.addAndGet(bytes);
        if (all > room && all > bytes) {
            give(bytes);
            return false;
        }
        return true;
    }

    /** It was sent, or its client is gone. */
    void give(int bytes) {
        unsent.addAndGet(-bytes);
    }
}
