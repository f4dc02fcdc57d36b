package io.homeiq.service.event;

import io.homeiq.bus.Bus;
import io.homeiq.contracts.home.HomeId;
import io.homeiq.contracts.json.WireJson;
import io.homeiq.store.SharedDatabase;
import java.time.InstantSource;

/**
 * What an {@link Announcer} is made of.
 *
 * @param service the source of its events, for example {@code pattern}
 */
public record AnnouncerParts(
        SharedDatabase database, Bus bus, WireJson json, HomeId home, String service, InstantSource clock) {}
