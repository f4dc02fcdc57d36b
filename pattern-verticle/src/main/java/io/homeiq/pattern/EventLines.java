package io.homeiq.pattern;

import io.homeiq.contracts.home.Sequenced;
import io.homeiq.homeassistant.source.HomeEventJson;
import io.homeiq.homeassistant.source.Parsed;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.function.Consumer;

/** Reads the lines of the Data API back into events. For one thread at a time. */
final class EventLines {

    private final HomeEventJson json = new HomeEventJson();

    /**
     * Hands over each event with its number; lines that hold none are passed over, as they are for other readers.
     *
     * @return how many were passed over
     */
    int read(List<Buffer> lines, Consumer<Sequenced> sink) {
        int unread = 0;
        for (Buffer line : lines) {
            if (json.parse(line.getBytes()) instanceof Parsed.Happened happened && happened.seq() > 0) {
                sink.accept(new Sequenced(happened.seq(), happened.event()));
            } else {
                unread++;
            }
        }
        return unread;
    }
}
