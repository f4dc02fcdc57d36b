package io.homeiq.data.statestream;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What one message says of an entity. */
sealed interface Piece {

    record State(String value) implements Piece {}

    /** When the entity last told anything, by the clock of Home Assistant. */
    record LastUpdated(Instant time) implements Piece {}

    /** When its state last became another one, by the clock of Home Assistant. */
    record LastChanged(Instant time) implements Piece {}

    /**
     * Something that the entity tells beside its state.
     *
     * @param value as JSON has it
     */
    record Attribute(String name, @Nullable Object value) implements Piece {}
}
