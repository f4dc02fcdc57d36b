package io.homeiq.contracts.json;

import io.homeiq.contracts.event.Event;

/** What a message with an event turned out to be. Foreign bytes are an expected outcome, not a failure. */
public sealed interface Decoded {

    /** An event of a known type. */
    @SuppressWarnings("AvoidCommonTypeNames") // always written with its outer name
    record Readable(Event<?> event) implements Decoded {}

    /**
     * No event that this version understands: for the dead letters.
     *
     * @param reason one bounded line that names what is wrong and where; may hold a piece of the foreign text
     */
    record Unreadable(String reason) implements Decoded {}
}
