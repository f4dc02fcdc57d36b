package io.homeiq.data.statestream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.homeiq.contracts.home.StateChange;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Reads the payloads. States and times are plain text there, attributes are JSON; so a text in quotes on the topic of a state or a time is an
 * attribute of that very name, which some entities have. Safe to share between threads.
 */
final class PieceReader {

    /** What lies before can only be a clock that was never set. */
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

    private final ObjectReader json;

    PieceReader(ObjectMapper mapper) {
        this.json = mapper.readerFor(Object.class);
    }

    /** Empty if the payload is not what belongs on this topic. */
    Optional<Piece> read(String part, String payload) {
        boolean quoted = payload.length() > 1 && payload.startsWith("\"") && payload.endsWith("\"");
        return quoted ? attribute(part, payload) : plain(part, payload);
    }

    private Optional<Piece> plain(String part, String payload) {
        return switch (part) {
            case StatestreamTopic.STATE ->
                payload.isEmpty() || payload.length() > StateChange.MAX_STATE_LENGTH
                        ? Optional.empty()
                        : Optional.of(new Piece.State(payload));
            case StatestreamTopic.LAST_UPDATED -> time(payload).map(Piece.LastUpdated::new);
            case StatestreamTopic.LAST_CHANGED -> time(payload).map(Piece.LastChanged::new);
            default -> attribute(part, payload);
        };
    }

    private Optional<Piece> attribute(String name, String payload) {
        if (payload.equals("null")) {
            return Optional.of(new Piece.Attribute(name, null));
        }
        try {
            Object value = json.readValue(payload);
            return value == null ? Optional.empty() : Optional.of(new Piece.Attribute(name, value));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** Down to the microsecond, as Home Assistant has it. */
    private static Optional<Instant> time(String text) {
        try {
            Instant time = OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MICROS);
            return time.isBefore(EARLIEST) || !time.isBefore(LATEST) ? Optional.empty() : Optional.of(time);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
