package io.homeiq.mining.timeline;

import io.homeiq.mining.memory.MemoryReader;
import io.homeiq.mining.memory.MemoryWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers for the states that occur in a home, so that a timeline can keep them in two bytes each. */
public final class StateNames {

    /** Stands for every state beyond {@link #MAX_NAMES}; it equals nothing that a rule could name. */
    public static final short OTHER = 0;

    /** The entity cannot be reached, its state is not known, or it was removed. */
    public static final short ABSENT = 1;

    /** Homes have some dozens of states; more are texts that no habit hangs on. */
    public static final int MAX_NAMES = 10_000;

    /** Those that are there from the beginning. */
    private static final int OWN_NAMES = 2;

    private final Map<String, Short> codes = new HashMap<>();
    private final List<String> names = new ArrayList<>();

    public StateNames() {
        names.add("");
        names.add("unavailable");
        codes.put("unavailable", ABSENT);
        codes.put("unknown", ABSENT);
        codes.put("", ABSENT);
    }

    public short codeOf(String state) {
        Short known = codes.get(state);
        if (known != null) {
            return known;
        }
        if (names.size() >= MAX_NAMES) {
            return OTHER;
        }
        short code = (short) names.size();
        codes.put(state, code);
        names.add(state);
        return code;
    }

    public String nameOf(short code) {
        return names.get(code);
    }

    /** How many there are; codes lie below it. */
    int size() {
        return names.size();
    }

    void write(MemoryWriter out) throws IOException {
        out.count(names.size() - OWN_NAMES, MAX_NAMES);
        for (String name : names.subList(OWN_NAMES, names.size())) {
            out.text(name);
        }
    }

    /** Takes over those that were written, into fresh ones. */
    void read(MemoryReader in) throws IOException {
        int count = in.count(MAX_NAMES - OWN_NAMES);
        for (int i = 0; i < count; i++) {
            if (codeOf(in.text()) != OWN_NAMES + i) {
                throw MemoryReader.broken("a state that was there already");
            }
        }
    }
}
