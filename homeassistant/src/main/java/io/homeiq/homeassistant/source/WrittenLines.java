package io.homeiq.homeassistant.source;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.homeiq.contracts.home.Sequenced;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Many events as lines of bytes, each as {@link HomeEventJson#write(Sequenced)} would write it: for streams of millions, in a
 * third of the time. Not thread-safe.
 */
public final class WrittenLines {

    private final EventWriter writer;
    private final JsonGenerator json;
    private final ByteArrayOutputStream bytes;

    /**
     * @param mapper of the caller, with Jackson's own defaults: costly to make, and safe to share between threads
     * @param capacity in bytes, about as much as is taken at once; it grows when that is too little
     */
    public WrittenLines(ObjectMapper mapper, int capacity) {
        this.writer = new EventWriter(mapper);
        this.bytes = new ByteArrayOutputStream(capacity);
        try {
            this.json = mapper.createGenerator(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException("nothing could be written into memory", impossible);
        }
        // The line ends are written here; Jackson would put a space between two objects.
        json.setRootValueSeparator(null);
    }

    /** Adds one line with its end. */
    public void add(Sequenced event) {
        try {
            writer.write(json, event.event(), event.seq());
            json.writeRaw('\n');
            json.flush();
        } catch (IOException impossible) {
            throw new UncheckedIOException("an event could not be written as JSON", impossible);
        }
    }

    /** In bytes, of the lines that were not taken yet. */
    public int size() {
        return bytes.size();
    }

    /** The lines since the last call. */
    public byte[] take() {
        byte[] lines = bytes.toByteArray();
        bytes.reset();
        return lines;
    }
}
