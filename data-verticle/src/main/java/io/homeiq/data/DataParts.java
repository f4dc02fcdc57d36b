package io.homeiq.data;

import io.homeiq.bus.Bus;
import io.homeiq.contracts.home.HomeId;
import io.homeiq.contracts.json.WireJson;
import io.homeiq.service.http.ServerSettings;
import io.homeiq.store.SharedDatabase;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the Data API is made of.
 *
 * @param folder an existing folder of its own for this home: {@code history.db} lies in it, and uploads while they are read
 * @param live where to follow the home; null: it is known from files only
 * @param services where each service of HomeIQ is, by its name, as far as it is known by now
 * @param version of the program, as the service tells it
 */
public record DataParts(
        HomeId home,
        Bus bus,
        SharedDatabase database,
        Path folder,
        @Nullable LiveSource live,
        Supplier<Map<String, URI>> services,
        ServerSettings server,
        WireJson json,
        InstantSource clock,
        String version) {}
