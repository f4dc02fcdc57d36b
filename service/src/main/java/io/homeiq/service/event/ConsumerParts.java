package io.homeiq.service.event;

import io.homeiq.bus.Bus;
import io.homeiq.contracts.home.HomeId;
import io.homeiq.contracts.json.WireJson;
import io.homeiq.service.metrics.Metrics;
import java.time.InstantSource;

/**
 * What consumers of events and commands are made of.
 *
 * @param service whose they are: its name is on the dead letters and in the inbox
 */
public record ConsumerParts(
        Bus bus, WireJson json, HomeId home, String service, Metrics metrics, InstantSource clock) {}
