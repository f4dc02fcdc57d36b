package io.homeiq.replay.trigger;

import io.homeiq.replay.value.Equality;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which values a state trigger takes.
 *
 * @param options null for all
 * @param isInverted takes the others
 */
record Match(@Nullable List<@Nullable Object> options, boolean isInverted) {

    static final Match ALL = new Match(null, false);

    /** Written out, because in an implicit constructor the compiler loses the annotation within the type. */
    Match(@Nullable List<@Nullable Object> options, boolean isInverted) {
        this.options = options;
        this.isInverted = isInverted;
    }

    boolean takes(@Nullable Object value) {
        return options == null ? !isInverted : isInverted != Equality.contains(options, value);
    }
}
