package io.homeiq.data.statestream;

import io.homeiq.contracts.home.Attributes;
import io.homeiq.contracts.home.EntityId;
import java.time.Duration;
import java.time.Instant;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An update of which more messages may come. */
final class OpenUpdate {

    /** More are left out: no entity has so many. */
    private static final int MAX_ATTRIBUTES = 256;

    /** Those that go on at once take turns. */
    private static final int OVERTAKEN = 2;

    final boolean kept;
    private final Instant arrived;
    private final Map<String, @Nullable Object> attributes = new LinkedHashMap<>();
    private Instant touched;

    /** Messages of each later update since the last one of this. */
    private final IdentityHashMap<OpenUpdate, Integer> passedBy = new IdentityHashMap<>();

    private boolean overtaken;
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

    /**
     * A message of a later update of the entity came. When one goes on twice in a row, this one has ended; that many begin, or each goes on
     * once, tells nothing.
     */
    void passBy(OpenUpdate later) {
        overtaken |= passedBy.merge(later, 1, Integer::sum) >= OVERTAKEN;
    }

    /** Whether nothing more of it can come: it was quiet for so long, or a later one went on alone. */
    boolean isOver(Instant now, Duration window) {
        return overtaken || isQuiet(now, window);
    }

    void add(Piece piece, Instant now) {
        touched = now;
        passedBy.clear();
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
