package io.homeiq.homeassistant.source;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The keys of an event's JSON that matter, found by their bytes. */
enum EventKey {
    EVENT_TYPE,
    EVENT,
    DATA,
    TIME_FIRED,
    CONTEXT,
    SEQ,
    ENTITY_ID,
    OLD_STATE,
    NEW_STATE,
    STATE,
    ATTRIBUTES,
    LAST_CHANGED,
    LAST_UPDATED,
    ID,
    PARENT_ID,
    USER_ID,
    /** Any other key. */
    OTHER;

    /** Large enough that each key has a slot of its own, which the class checks when it is loaded. */
    private static final int SLOTS = 128;

    private static final @Nullable EventKey[] TABLE = table();

    private final String text = name().toLowerCase(Locale.ROOT);

    private static @Nullable EventKey[] table() {
        @Nullable EventKey[] table = new @Nullable EventKey[SLOTS];
        for (EventKey key : values()) {
            byte[] bytes = key.text.getBytes(StandardCharsets.US_ASCII);
            int slot = slot(bytes, 0, bytes.length);
            if (table[slot] != null) {
                throw new IllegalStateException(key + " has the slot of " + table[slot]);
            }
            table[slot] = key;
        }
        return table;
    }

    private static int slot(byte[] bytes, int from, int to) {
        int length = to - from;
        return (length * 17 + bytes[from] * 5 + bytes[to - 1] * 3 + bytes[from + length / 2]) & SLOTS - 1;
    }

    /** The key that is spelled by these bytes. */
    static EventKey of(byte[] bytes, int from, int to) {
        if (to <= from) {
            return OTHER;
        }
        EventKey key = TABLE[slot(bytes, from, to)];
        return key != null && TextCache.isSame(key.text, bytes, from, to) ? key : OTHER;
    }
}
