package io.homeiq.automation;

import io.homeiq.automation.deployment.RetryPauses;
import io.homeiq.automation.device.Discovery;
import io.homeiq.automation.history.HomeHistory;
import io.homeiq.automation.suggestion.WeeklyBudget;
import io.homeiq.automation.wording.RephrasingSettings;
import io.homeiq.bus.Bus;
import io.homeiq.contracts.home.HomeId;
import io.homeiq.contracts.json.WireJson;
import io.homeiq.homeassistant.deploy.AutomationTarget;
import io.homeiq.service.http.ServerSettings;
import io.homeiq.store.SharedDatabase;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * What the automation service is made of.
 *
 * @param target where approved automations are put
 * @param retries how long to wait before what could not be deployed is tried again
 * @param suggestionsPerWeek how many new suggestions are made in seven days unless somebody asks for more
 * @param version of the program, as the service tells it
 * @param history what happens in the home
 * @param rephrasing the model that may put suggestions into other words; null: none
 * @param discovery where Home Assistant looks for the device HomeIQ; null: there is none
 */
public record AutomationParts(
        HomeId home,
        Bus bus,
        SharedDatabase database,
        AutomationTarget target,
        RetryPauses retries,
        int suggestionsPerWeek,
        ServerSettings server,
        WireJson json,
        InstantSource clock,
        String version,
        HomeHistory history,
        @Nullable RephrasingSettings rephrasing,
        @Nullable Discovery discovery) {

    /** With no history to read, so that nothing is watched, no model and no device. */
    public AutomationParts(
            HomeId home,
            Bus bus,
            SharedDatabase database,
            AutomationTarget target,
            RetryPauses retries,
            int suggestionsPerWeek,
            ServerSettings server,
            WireJson json,
            InstantSource clock,
            String version) {
        this(
                home,
                bus,
                database,
                target,
                retries,
                suggestionsPerWeek,
                server,
                json,
                clock,
                version,
                HomeHistory.NONE,
                null,
                null);
    }

    /** With the usual pauses and the usual number of suggestions. */
    public AutomationParts(
            HomeId home,
            Bus bus,
            SharedDatabase database,
            AutomationTarget target,
            ServerSettings server,
            WireJson json,
            InstantSource clock,
            String version) {
        this(
                home,
                bus,
                database,
                target,
                RetryPauses.DEFAULT,
                WeeklyBudget.DEFAULT_PER_WEEK,
                server,
                json,
                clock,
                version);
    }
}
