package io.homeiq.mining.memory;

import java.io.IOException;

/** What was written cannot be read back: it is broken, foreign or of another version; or it is too large to be kept. */
public final class MemoryException extends IOException {

    private static final long serialVersionUID = 1L;

    public MemoryException(String message) {
        super(message);
    }
}
