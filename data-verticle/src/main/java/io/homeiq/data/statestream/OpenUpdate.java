package io.homeiq.data.statestream;

import io.homeiq.contracts.home.Attributes;
import io.homeiq.contracts.home.EntityId;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An update of which more messages may come. */
final class OpenUpdate {

    /** More are left out: no entity has so many. */
    private static final int MAX_ATTRIBUTES = 256;

    /** Two that go on at once take turns. */
    private static final int OVERTAKEN = 2;

    final boolean kept;
    private final Instant arrived;
    private final Map<String, @Nullable Object> attributes = new LinkedHashMap<>();
    private Instant touched;
    private int passedBy;
    private @Nullable String state;
    private @Nullable Instant updated;
    private @Nullable Instant changed;

    OpenUpdate(boolean kept, Instant arrived) {
        this.kept = kept;
        this.arrived = arrived;
        this.touched = arrived;
    }

    /** Whether this piece is still missing here. */
    boolean lacks(Piece piece) {
        return switch (piece) {
            case Piece.State ignored -> state == null;
            case Piece.LastUpdated ignored -> updated == null;
            case Piece.LastChanged ignored -> changed == null;
            case Piece.Attribute attribute -> !attributes.containsKey(attribute.name());
        };
    }

    /** A message of a later update of the entity came. */
    void passBy() {
        passedBy++;
    }

    /** Whether nothing more of it can come: it was quiet for so long, or a later one went on alone. */
    boolean isOver(Instant now, Duration window) {
        return passedBy >= OVERTAKEN || isQuiet(now, window);
    }

    void add(Piece piece, Instant now) {
        touched = now;
        passedBy = 0;
        switch (piece) {
            case Piece.State found -> state = found.value();
            case Piece.LastUpdated found -> updated = found.time();
            case Piece.LastChanged found -> changed = found.time();
            case Piece.Attribute found -> {
                if (attributes.size() < MAX_ATTRIBUTES) {
                    attributes.put(found.name(), found.value());
                }
            }
        }
    }

    /** Whether nothing more came for so long. */
    boolean isQuiet(Instant now, Duration window) {
        return !now.isBefore(touched.plus(window));
    }

    /** Empty if the state itself never came. */
    Optional<Update> close(EntityId entity) {
        return state == null
                ? Optional.empty()
                : Optional.of(new Update(
                        entity,
                        state,
                        updated,
                        changed,
                        attributes.isEmpty() ? Attributes.NONE : new Attributes(attributes),
                        arrived,
                        kept));
    }
}
