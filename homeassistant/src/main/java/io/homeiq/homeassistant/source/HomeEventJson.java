package io.homeiq.homeassistant.source;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.homeiq.contracts.home.HomeEvent;
import io.homeiq.contracts.home.Sequenced;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Events of the home as Home Assistant's WebSocket puts them under {@code event}, one JSON object each, in both
 * directions. What is written reads back equal. Also understood are a state alone ({@code entity_id}, {@code state},
 * {@code last_changed} at the top) and the whole message around an event. Remembers texts, attributes and times of one
 * stream of events: costly to make for reading, so it should be used again; not thread-safe.
 */
public final class HomeEventJson {

    private final ObjectMapper mapper;
    private final EventWriter writer;

    /** Made when it is first asked for: its caches are large, and many only write. */
    private @Nullable EventReader reader;

    public HomeEventJson() {
        this(new ObjectMapper());
    }

    /** @param mapper of the caller, with Jackson's own defaults: costly to make, and safe to share between threads */
    public HomeEventJson(ObjectMapper mapper) {
        this.mapper = mapper;
        this.writer = new EventWriter(mapper);
    }

    /** Never throws on what others wrote: a line that is no event of the history tells why. */
    public Parsed parse(byte[] json) {
        return parse(json, 0, json.length);
    }

    /** Like {@link #parse(byte[])}, for the part of the bytes from one position up to another. */
    public Parsed parse(byte[] json, int from, int to) {
        return reader().read(json, from, to);
    }

    /** Like {@link #parse(byte[])}. */
    public Parsed parse(String json) {
        return parse(json.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * One line without its end. Only the state itself is written of the state before, and {@code last_changed} is right
     * as far as the events written by this object tell.
     */
    public String write(HomeEvent event) {
        return writer.write(event, 0);
    }

    /** Like {@link #write(HomeEvent)}, with the place in the log as {@code seq}. */
    public String write(Sequenced event) {
        return writer.write(event.event(), event.seq());
    }

    /** How Home Assistant names the type of this event. */
    public static String typeOf(HomeEvent event) {
        return EventWriter.typeOf(event);
    }

    /** What Home Assistant puts under {@code data} of this event; empty for changes of state, which have two states there. */
    public static Map<String, @Nullable Object> dataOf(HomeEvent event) {
        return EventWriter.dataOf(event);
    }

    EventReader reader() {
        EventReader made = reader == null ? new EventReader(mapper) : reader;
        reader = made;
        return made;
    }
}
