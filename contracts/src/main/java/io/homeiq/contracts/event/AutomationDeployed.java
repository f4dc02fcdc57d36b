package io.homeiq.contracts.event;

import io.homeiq.contracts.suggestion.SuggestionId;

/**
 * An approved automation is in place.
 *
 * @param version 1 for the first one under this automation id
 * @param target where it was put
 * @param location its entity id in Home Assistant, or the path of the file relative to the data folder
 */
public record AutomationDeployed(
        SuggestionId suggestionId, String automationId, int version, DeploymentTarget target, String location)
        implements EventData {

    public AutomationDeployed {
        RequiredText.check("automationId", automationId);
        RequiredText.check("location", location);
        if (version < 1) {
            throw new IllegalArgumentException("an automation's version counts from 1, was: " + version);
        }
    }

    @Override
    public String subject() {
        return automationId;
    }
}
