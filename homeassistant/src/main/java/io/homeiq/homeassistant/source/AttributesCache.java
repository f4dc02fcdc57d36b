package io.homeiq.homeassistant.source;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.homeiq.contracts.home.Attributes;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Parses each distinct text of attributes once: most events of a history repeat one of few. Bounded: sets of a few
 * entries, in each of which the oldest gives way. Not thread-safe.
 */
final class AttributesCache {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final TypeReference<Map<String, @Nullable Object>> TREE = new TypeReference<>() {};

    /** Sets; a power of two. */
    private static final int SETS = 2_048;

    /** Entries of a set. */
    private static final int WAYS = 4;

    /** Longer texts are parsed each time, in bytes; with this the texts kept stay below 32 MiB. */
    private static final int MAX_LENGTH = 4_096;

    private final @Nullable Entry[] entries = new @Nullable Entry[SETS * WAYS];
    private final byte[] nextWay = new byte[SETS];
    private final ObjectReader trees;

    private static final class Entry {
        private final long hash;
        private final byte[] text;
        private final Attributes attributes;

        Entry(long hash, byte[] text, Attributes attributes) {
            this.hash = hash;
            this.text = text;
            this.attributes = attributes;
        }
    }

    AttributesCache(ObjectMapper mapper) {
        trees = mapper.readerFor(TREE);
    }

    /** The attributes that these bytes of JSON, an object, say. */
    Attributes of(byte[] bytes, int from, int to) throws IOException {
        if (to - from > MAX_LENGTH) {
            return parse(bytes, from, to);
        }
        long hash = hash(bytes, from, to);
        int set = (int) (hash >>> 40) & SETS - 1;
        for (int way = 0; way < WAYS; way++) {
            Entry entry = entries[set * WAYS + way];
            if (entry != null
                    && entry.hash == hash
                    && Arrays.equals(entry.text, 0, entry.text.length, bytes, from, to)) {
                return entry.attributes;
            }
        }
        Attributes fresh = parse(bytes, from, to);
        entries[set * WAYS + nextWay[set]] = new Entry(hash, Arrays.copyOfRange(bytes, from, to), fresh);
        nextWay[set] = (byte) ((nextWay[set] + 1) % WAYS);
        return fresh;
    }

    private Attributes parse(byte[] bytes, int from, int to) throws IOException {
        Map<String, @Nullable Object> values = trees.readValue(bytes, from, to - from);
        return values.isEmpty() ? Attributes.NONE : new Attributes(values);
    }

    private static long hash(byte[] bytes, int from, int to) {
        long hash = (long) to - from;
        int i = from;
        for (; i + Long.BYTES <= to; i += Long.BYTES) {
            hash = mix(hash ^ (long) LONGS.get(bytes, i));
        }
        for (; i < to; i++) {
            hash = mix(hash ^ bytes[i]);
        }
        return hash;
    }

    /** One round of multiplication and folding spreads each bit over the whole number. */
    private static long mix(long value) {
        long product = value * 0x9E3779B97F4A7C15L;
        return product ^ product >>> 29;
    }
}
