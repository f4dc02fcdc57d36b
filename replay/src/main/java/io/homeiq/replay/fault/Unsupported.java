package io.homeiq.replay.fault;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.SequencedSet;

/** The parts of an automation that cannot be replayed, in plain words, in the order in which they were met. */
public final class Unsupported {

    /** Somebody has to read them. */
    private static final int MAX_NAMES = 100;

    private final SequencedSet<String> names = new LinkedHashSet<>();

    public void add(String name) {
        if (names.size() < MAX_NAMES) {
            names.add(name);
        }
    }

    public SequencedSet<String> names() {
        return Collections.unmodifiableSequencedSet(names);
    }
}
