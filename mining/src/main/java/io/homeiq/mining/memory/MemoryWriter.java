package io.homeiq.mining.memory;

import io.homeiq.contracts.home.EntityId;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/** Writes in the form that {@link MemoryReader} reads. The same calls give the same bytes. Not for several threads. */
public final class MemoryWriter {

    /** More than any home has, where nothing else bounds how many of them are named. */
    public static final int MAX_ENTITIES = 200_000;

    private final OutputStream out;
    private final CRC32C sum = new CRC32C();
    private final Map<String, Integer> texts = new HashMap<>();
    private final byte[] buffer = new byte[MemoryFormat.BUFFER_BYTES];
    private int filled;

    /**
     * Begins to write.
     *
     * @param out is neither flushed nor closed
     */
    public MemoryWriter(OutputStream out) throws IOException {
        this.out = out;
        fixed(MemoryFormat.NAME);
        fixed(MemoryFormat.VERSION);
    }

    private void octet(int value) throws IOException {
        if (filled == buffer.length) {
            drain();
        }
        buffer[filled++] = (byte) value;
    }

    private void drain() throws IOException {
        sum.update(buffer, 0, filled);
        out.write(buffer, 0, filled);
        filled = 0;
    }

    private void fixed(int value) throws IOException {
        for (int shift = 24; shift >= 0; shift -= 8) {
            octet(value >>> shift);
        }
    }

    private void unsigned(long value) throws IOException {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            octet((int) ((rest & 0x7F) | 0x80));
            rest >>>= 7;
        }
        octet((int) rest);
    }

    public void flag(boolean value) throws IOException {
        octet(value ? 1 : 0);
    }

    /** Any whole number; small ones take less room. */
    public void number(long value) throws IOException {
        unsigned((value << 1) ^ (value >> 63));
    }

    /** How many of something follow, or which of so many it is: 0 up to a limit that the reader knows as well. */
    public void count(int value, int max) throws IOException {
        if (value < 0 || value > max) {
            throw new MemoryException("more than can be kept: " + value + ", and " + max + " at most");
        }
        unsigned(value);
    }

    /** Not a number is one too. */
    public void real(float value) throws IOException {
        fixed(Float.floatToIntBits(value));
    }

    public void instant(Instant value) throws IOException {
        number(value.getEpochSecond());
        number(value.getNano());
    }

    public void text(@Nullable String value) throws IOException {
        if (value == null) {
            unsigned(MemoryFormat.NO_TEXT);
            return;
        }
        Integer known = texts.putIfAbsent(value, MemoryFormat.FIRST_TEXT + texts.size());
        if (known != null) {
            unsigned(known);
            return;
        }
        unsigned(MemoryFormat.NEW_TEXT);
        count(value.length(), MemoryFormat.MAX_TEXT);
        for (int i = 0; i < value.length(); i++) {
            unsigned(value.charAt(i));
        }
    }

    public void entity(@Nullable EntityId value) throws IOException {
        text(value == null ? null : value.value());
    }

    /** By its name, so that another one may be put before it. */
    public void choice(Enum<?> value) throws IOException {
        text(value.name());
    }

    /** Writes the end; nothing can be written after it. */
    public void finish() throws IOException {
        drain();
        fixed((int) sum.getValue());
        drain();
    }
}
