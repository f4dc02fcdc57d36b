package io.homeiq.contracts.event;

import io.homeiq.contracts.home.HomeId;
import java.time.Instant;
import java.util.regex.Pattern;

/**
 * The envelope of everything announced on the bus, after CloudEvents 1.0.
 *
 * @param source the service that announces it, for example {@code pattern}
 * @param time when what it tells of happened
 */
public record Event<T extends EventData>(EventId id, HomeId home, String source, Instant time, T data) {

    private static final Pattern SOURCE = Pattern.compile("[a-z0-9_.-]{1,64}");

    public Event {
        if (!SOURCE.matcher(source).matches()) {
            throw new IllegalArgumentException("an event's source must match " + SOURCE + ", was: " + source);
        }
        if (data.subject().isBlank()) {
            throw new IllegalArgumentException("an event must be about something, has no subject: " + data);
        }
    }

    /** As its data tells. */
    public EventType type() {
        return data.type();
    }

    /** Where it is announced. */
    public Topic topic() {
        return Topic.event(home, type());
    }
}
