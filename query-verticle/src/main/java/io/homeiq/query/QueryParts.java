package io.homeiq.query;

import io.homeiq.bus.Bus;
import io.homeiq.contracts.json.WireJson;
import io.homeiq.service.http.ServerSettings;
import io.homeiq.store.SharedDatabase;

/**
 * What the query service is made of.
 *
 * @param version of the program, as the service tells it
 */
public record QueryParts(Bus bus, SharedDatabase database, ServerSettings server, WireJson json, String version) {}
