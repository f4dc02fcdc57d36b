package io.homeiq.training;

import io.homeiq.bus.Bus;
import io.homeiq.contracts.home.HomeId;
import io.homeiq.contracts.json.WireJson;
import io.homeiq.service.http.ServerSettings;
import io.homeiq.store.SharedDatabase;
import io.homeiq.training.ranking.TrainingHomes;
import java.time.InstantSource;

/**
 * What the training service is made of.
 *
 * @param homes the synthetic homes that it trains with
 * @param version of the program, as the service tells it
 */
public record TrainingParts(
        HomeId home,
        Bus bus,
        SharedDatabase database,
        TrainingHomes homes,
        ServerSettings server,
        WireJson json,
        InstantSource clock,
        String version) {

    /** With the usual homes. */
    public TrainingParts(
            HomeId home,
            Bus bus,
            SharedDatabase database,
            ServerSettings server,
            WireJson json,
            InstantSource clock,
            String version) {
        this(home, bus, database, TrainingHomes.USUAL, server, json, clock, version);
    }
}
