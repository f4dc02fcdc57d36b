package io.homeiq.replay.home;

import io.homeiq.contracts.home.Context;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An event on Home Assistant's bus other than a change of state.
 *
 * @param data JSON-like values, in the order given
 */
public record FiredEvent(String type, Map<String, @Nullable Object> data, Instant time, Context context)
        implements BusEvent {

    /** Written out, because in an implicit constructor the compiler loses the annotation within the type. */
    public FiredEvent(String type, Map<String, @Nullable Object> data, Instant time, Context context) {
        this.type = type;
        this.data = data;
        this.time = time;
        this.context = context;
    }
}
