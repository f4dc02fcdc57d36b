package io.homeiq.homeassistant.source;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Splits a stream into lines without making texts of them. Line ends are LF or CR LF; a byte order mark at the start
 * is passed over. The bytes of a line are valid until the next call. Not thread-safe.
 */
final class ByteLines {

    /** A longer line is not kept, in bytes. The longest state with its attributes takes a small part of it. */
    static final int MAX_LINE = 1 << 20;

    private static final int FIRST_BUFFER = 1 << 18;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long LINE_FEEDS = 0x0A0A0A0A0A0A0A0AL;
    private static final long LOW_BITS = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;

    private final InputStream in;
    private byte[] buffer = new byte[FIRST_BUFFER];
    private int filled;
    private int next;

    /** Up to here the current line has no end. */
    private int scanned;

    private int from;
    private int to;
    private long line;
    private boolean tooLong;
    private boolean ended;

    ByteLines(InputStream in) {
        this.in = in;
    }

    /** Moves to the next line; false if there is none. */
    boolean next() throws IOException {
        tooLong = false;
        scanned = next;
        while (true) {
            int end = indexOfLineEnd(scanned, filled);
            if (end >= 0) {
                take(end, end + 1);
                return true;
            }
            scanned = filled;
            if (ended || !fill()) {
                ended = true;
                boolean isRest = next < filled || tooLong;
                if (isRest) {
                    take(filled, filled);
                }
                return isRest;
            }
        }
    }

    /** Reads more behind the current line, which moves to the front of the buffer if need be. False at the end. */
    private boolean fill() throws IOException {
        if (filled == buffer.length) {
            makeRoom();
        }
        int read = in.read(buffer, filled, buffer.length - filled);
        if (read < 0) {
            return false;
        }
        filled += read;
        return true;
    }

    private void makeRoom() {
        if (next > 0) {
            System.arraycopy(buffer, next, buffer, 0, filled - next);
            filled -= next;
            scanned -= next;
            next = 0;
        } else if (buffer.length < MAX_LINE) {
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        } else {
            tooLong = true;
            filled = 0;
            scanned = 0;
        }
    }

    /** Looks at eight bytes at a time: a byte that is a line feed becomes zero, and zeros are found by a borrow. */
    private int indexOfLineEnd(int start, int end) {
        byte[] bytes = buffer;
        int i = start;
        for (; i + Long.BYTES <= end; i += Long.BYTES) {
            long word = (long) LONGS.get(bytes, i) ^ LINE_FEEDS;
            if ((word - LOW_BITS & ~word & HIGH_BITS) != 0) {
                break;
            }
        }
        while (i < end && bytes[i] != '\n') {
            i++;
        }
        return i < end ? i : -1;
    }

    private void take(int end, int following) {
        line++;
        from = next;
        to = end;
        next = following;
        if (to > from && buffer[to - 1] == '\r') {
            to--;
        }
        if (line == 1 && startsWithByteOrderMark()) {
            from += 3;
        }
    }

    private boolean startsWithByteOrderMark() {
        return to - from >= 3
                && buffer[from] == (byte) 0xEF
                && buffer[from + 1] == (byte) 0xBB
                && buffer[from + 2] == (byte) 0xBF;
    }

    byte[] buffer() {
        return buffer;
    }

    int from() {
        return from;
    }

    int to() {
        return to;
    }

    /** The number of the current line, from 1. */
    long line() {
        return line;
    }

    /** Whether the current line was longer than {@link #MAX_LINE}; its bytes are lost then. */
    boolean isTooLong() {
        return tooLong;
    }

    /** Whether the file ended before the line did. */
    boolean isUnfinished() {
        return ended;
    }

    /** Whether the line holds nothing but spaces. */
    boolean isBlank() {
        for (int i = from; i < to; i++) {
            if (buffer[i] != ' ' && buffer[i] != '\t') {
                return false;
            }
        }
        return true;
    }
}
