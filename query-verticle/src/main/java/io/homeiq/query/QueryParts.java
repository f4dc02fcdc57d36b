package io.homeiq.query;

import io.homeiq.bus.Bus;
import io.homeiq.contracts.home.HomeId;
import io.homeiq.contracts.json.WireJson;
import io.homeiq.service.client.ServiceClient;
import io.homeiq.service.http.ServerSettings;
import io.homeiq.store.SharedDatabase;
import java.time.InstantSource;

/**
 * What the query service is made of.
 *
 * @param dataApi where the last known states are read; it should not be tried for longer than people wait for an answer
 * @param version of the program, as the service tells it
 */
public record QueryParts(
        HomeId home,
        Bus bus,
        SharedDatabase database,
        ServiceClient dataApi,
        ServerSettings server,
        WireJson json,
        InstantSource clock,
        String version) {}
