package io.homeiq.mining.memory;

import io.homeiq.contracts.home.EntityId;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * Reads what {@link MemoryWriter} wrote, with the calls in the same order. Nothing that is read is to be believed before
 * {@link #finish} came to its end. Whatever the bytes are, it takes no more room than a small multiple of their number,
 * and fails with a {@link MemoryException} where they cannot be what was written.
 */
public final class MemoryReader {

    /** As {@link MemoryWriter#MAX_ENTITIES}. */
    public static final int MAX_ENTITIES = MemoryWriter.MAX_ENTITIES;

    private static final int MAX_SHIFT = 63;

    private final InputStream in;
    private final CRC32C sum = new CRC32C();
    private final byte[] buffer = new byte[MemoryFormat.BUFFER_BYTES];
    private final List<String> texts = new ArrayList<>();

    /** The texts that were asked for as entities, each at its own place. */
    private final List<@Nullable EntityId> entities = new ArrayList<>();

    private int next;
    private int limit;

    /**
     * Begins to read.
     *
     * @param in is read up to its end, and not closed
     * @throws MemoryException if it is something else, or of another version
     */
    public MemoryReader(InputStream in) throws IOException {
        this.in = in;
        if (fixed() != MemoryFormat.NAME) {
            throw new MemoryException("this is no memory of a miner");
        }
        int version = fixed();
        if (version != MemoryFormat.VERSION) {
            throw new MemoryException("the memory is of version " + version + ", not " + MemoryFormat.VERSION);
        }
    }

    private int octet() throws IOException {
        if (next == limit) {
            sum.update(buffer, 0, limit);
            next = 0;
            limit = Math.max(0, in.read(buffer));
            if (limit == 0) {
                throw new MemoryException("the memory ends too early");
            }
        }
        return buffer[next++] & 0xFF;
    }

    private int fixed() throws IOException {
        int value = 0;
        for (int i = 0; i < Integer.BYTES; i++) {
            value = (value << 8) | octet();
        }
        return value;
    }

    private long unsigned() throws IOException {
        long value = 0;
        for (int shift = 0; shift <= MAX_SHIFT; shift += 7) {
            int octet = octet();
            value |= (octet & 0x7FL) << shift;
            if (octet < 0x80) {
                return value;
            }
        }
        throw broken("a number without an end");
    }

    /** For what no writer would have written. */
    public static MemoryException broken(String what) {
        return new MemoryException("the memory is broken: " + what);
    }

    public boolean flag() throws IOException {
        int value = octet();
        if (value > 1) {
            throw broken("neither yes nor no");
        }
        return value == 1;
    }

    public long number() throws IOException {
        long folded = unsigned();
        return (folded >>> 1) ^ -(folded & 1);
    }

    /** A number that fits an {@code int}. */
    public int integer() throws IOException {
        long value = number();
        if (value != (int) value) {
            throw broken("a number out of all bounds");
        }
        return (int) value;
    }

    /** 0 to {@code max}. */
    public int count(int max) throws IOException {
        long value = unsigned();
        if (value < 0 || value > max) {
            throw broken(value + " where " + max + " is the most");
        }
        return (int) value;
    }

    public float real() throws IOException {
        return Float.intBitsToFloat(fixed());
    }

    public Instant instant() throws IOException {
        long seconds = number();
        long nanos = number();
        boolean possible = seconds >= Instant.MIN.getEpochSecond()
                && seconds <= Instant.MAX.getEpochSecond()
                && nanos >= 0
                && nanos < 1_000_000_000;
        if (!possible) {
            throw broken("a moment that there is not");
        }
        return Instant.ofEpochSecond(seconds, nanos);
    }

    /** The place of a text; -1 for none. */
    private int place() throws IOException {
        int place = count(MemoryFormat.FIRST_TEXT + texts.size() - 1);
        if (place == MemoryFormat.NO_TEXT) {
            return -1;
        }
        if (place >= MemoryFormat.FIRST_TEXT) {
            return place - MemoryFormat.FIRST_TEXT;
        }
        int length = count(MemoryFormat.MAX_TEXT);
        StringBuilder text = new StringBuilder(Math.min(length, 64));
        for (int i = 0; i < length; i++) {
            text.append((char) count(Character.MAX_VALUE));
        }
        texts.add(text.toString());
        entities.add(null);
        return texts.size() - 1;
    }

    public @Nullable String textOrNull() throws IOException {
        int place = place();
        return place < 0 ? null : texts.get(place);
    }

    public String text() throws IOException {
        return present(textOrNull());
    }

    public @Nullable EntityId entityOrNull() throws IOException {
        int place = place();
        if (place < 0) {
            return null;
        }
        EntityId known = entities.get(place);
        if (known == null) {
            if (!EntityId.isValid(texts.get(place))) {
                throw broken("an entity without a name");
            }
            known = new EntityId(texts.get(place));
            entities.set(place, known);
        }
        return known;
    }

    public EntityId entity() throws IOException {
        return present(entityOrNull());
    }

    /** One of the constants of a type. */
    public <E extends Enum<E>> E choice(Class<E> type) throws IOException {
        String name = text();
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(name)) {
                return constant;
            }
        }
        throw broken("there is no such " + type.getSimpleName());
    }

    private static <T> T present(@Nullable T value) throws MemoryException {
        if (value == null) {
            throw broken("something is missing");
        }
        return value;
    }

    /**
     * Reads the end.
     *
     * @throws MemoryException if the bytes are not those that were written, or more follow
     */
    public void finish() throws IOException {
        sum.update(buffer, 0, next);
        int right = (int) sum.getValue();
        if (fixed() != right) {
            throw broken("its sum is another");
        }
        if (next < limit || in.read() >= 0) {
            throw broken("it goes on after its end");
        }
    }
}
