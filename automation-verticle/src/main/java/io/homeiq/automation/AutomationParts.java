package io.homeiq.automation;

import io.homeiq.automation.deployment.RetryPauses;
import io.homeiq.bus.Bus;
import io.homeiq.contracts.home.HomeId;
import io.homeiq.contracts.json.WireJson;
import io.homeiq.homeassistant.deploy.AutomationTarget;
import io.homeiq.service.http.ServerSettings;
import io.homeiq.store.SharedDatabase;
import java.time.InstantSource;

/**
 * What the automation service is made of.
 *
 * @param target where approved automations are put
 * @param retries how long to wait before what could not be deployed is tried again
 * @param version of the program, as the service tells it
 */
public record AutomationParts(
        HomeId home,
        Bus bus,
        SharedDatabase database,
        AutomationTarget target,
        RetryPauses retries,
        ServerSettings server,
        WireJson json,
        InstantSource clock,
        String version) {

    /** With the usual pauses. */
    public AutomationParts(
            HomeId home,
            Bus bus,
            SharedDatabase database,
            AutomationTarget target,
            ServerSettings server,
            WireJson json,
            InstantSource clock,
            String version) {
        this(home, bus, database, target, RetryPauses.DEFAULT, server, json, clock, version);
    }
}
