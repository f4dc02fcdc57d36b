package io.homeiq.homeassistant.source;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads comma separated values, row by row: quotes around values, doubled quotes and line ends within them, LF or CR
 * LF. Lenient: what follows a closing quote belongs to the value. Not thread-safe.
 */
public final class CsvRecords {

    /** A longer row is a quote that was never closed, in characters: it ends at the next line end. */
    private static final int MAX_ROW = 1 << 16;

    private static final int END = -1;

    private final Reader in;
    private final char separator;
    private final StringBuilder value = new StringBuilder();
    private int length;
    private long row;

    /** @param in buffered, for it is read character by character */
    public CsvRecords(Reader in, char separator) {
        this.in = in;
        this.separator = separator;
    }

    /** The values of the next row into the list, which is emptied first; false if there is none. */
    public boolean next(List<String> values) throws IOException {
        values.clear();
        length = 0;
        int next = in.read();
        if (next == END) {
            return false;
        }
        row++;
        while (true) {
            next = next == '"' ? quoted() : next;
            next = plain(next);
            values.add(value.toString());
            value.setLength(0);
            if (next != separator) {
                return true;
            }
            next = in.read();
        }
    }

    /** Reads a value in quotes; the character behind the closing one. */
    private int quoted() throws IOException {
        int next = in.read();
        while (next != END) {
            if (next == '"') {
                next = in.read();
                if (next != '"') {
                    return next;
                }
            } else if (next == '\n' && length > MAX_ROW) {
                return next;
            }
            keep(next);
            next = in.read();
        }
        return END;
    }

    /** Reads on without quotes; the separator, line feed or end that ended the value. */
    private int plain(int first) throws IOException {
        int next = first;
        while (next != END && next != separator && next != '\n') {
            keep(next);
            next = in.read();
        }
        if (next != separator && !value.isEmpty() && value.charAt(value.length() - 1) == '\r') {
            value.setLength(value.length() - 1);
        }
        return next;
    }

    private void keep(int character) {
        length++;
        if (length <= MAX_ROW) {
            value.append((char) character);
        }
    }

    /** The number of the current row, from 1. */
    long row() {
        return row;
    }

    /** Whether the current row was too long to be kept whole. */
    public boolean isTooLong() {
        return length > MAX_ROW;
    }

    /** A list of the right kind for {@link #next}. */
    public static List<String> values() {
        return new ArrayList<>();
    }
}
