package io.homeiq.replay.home;

import io.homeiq.contracts.home.Context;
import java.time.Instant;

/** What passes over Home Assistant's event bus. */
public sealed interface BusEvent permits HomeChange, FiredEvent {

    String type();

    Instant time();

    Context context();
}
