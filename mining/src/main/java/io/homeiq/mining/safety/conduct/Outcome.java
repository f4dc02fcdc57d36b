package io.homeiq.mining.safety.conduct;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a deed makes of one entity. */
public sealed interface Outcome {

    /**
     * A known state, with settings.
     *
     * @param state null: it stays what it is, only settings change
     * @param settings such as brightness or a temperature to reach
     */
    record Sets(@Nullable String state, Map<String, Object> settings) implements Outcome {
        public Sets {
            settings = Map.copyOf(new TreeMap<>(settings));
        }
    }

    /** The opposite of what it was. */
    record Toggles() implements Outcome {}

    /** A little more or less than it was; every time something new. */
    record Nudges() implements Outcome {}

    /** Something that cannot be told. */
    record Varies() implements Outcome {}

    /** The state that it has afterwards, where that is certain. */
    default Optional<String> certainState() {
        return this instanceof Sets sets ? Optional.ofNullable(sets.state()) : Optional.empty();
    }
}
