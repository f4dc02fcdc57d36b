package io.homeiq.pattern;

import io.homeiq.bus.Bus;
import io.homeiq.contracts.home.HomeId;
import io.homeiq.contracts.json.WireJson;
import io.homeiq.service.client.ServiceClient;
import io.homeiq.service.http.ServerSettings;
import io.homeiq.store.SharedDatabase;
import java.nio.file.Path;
import java.time.InstantSource;

/**
 * What the pattern service is made of.
 *
 * @param dataApi where the history is read
 * @param correlationCache file of the cache; it may be missing, and lost at any time
 * @param minerMemory file of what was mined; it may be missing, and lost at any time
 * @param version of the program, as the service tells it
 */
public record PatternParts(
        HomeId home,
        Bus bus,
        SharedDatabase database,
        ServiceClient dataApi,
        Path correlationCache,
        Path minerMemory,
        ServerSettings server,
        WireJson json,
        InstantSource clock,
        String version) {}
