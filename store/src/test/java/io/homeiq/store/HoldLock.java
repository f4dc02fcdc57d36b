package io.homeiq.store;

import java.io.IOException;
import java.nio.file.Path;

/** Takes a lock, says so, and holds it until its input ends. */
public final class HoldLock {

    static final String WHAT = "the query service of home";

    private HoldLock() {}

    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[0]);
        try (ProcessLock held = ProcessLock.acquire(file, WHAT)) {
            System.out.println("holds " + file);
            System.in.read();
        }
    }
}
