package io.homeiq.app.evaluate;

import io.homeiq.contracts.home.EntityId;
import java.time.Duration;
import java.time.Instant;

/** Somebody used something for a while. */
record Activation(EntityId entity, Instant start, Instant end) {

    Duration lasts() {
        return Duration.between(start, end);
    }

    /** The same use at another time. */
    Activation at(Instant other) {
        return new Activation(entity, other, other.plus(lasts()));
    }
}
