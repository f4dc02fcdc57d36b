package io.homeiq.automation.deployment;

import io.homeiq.automation.suggestion.SafetyGate;
import io.homeiq.automation.suggestion.SuggestionBook;
import io.homeiq.contracts.json.WireJson;
import io.homeiq.homeassistant.deploy.AutomationTarget;
import io.homeiq.service.OneAtATime;
import io.homeiq.store.suggestion.DeploymentRepository;

/**
 * What deploying is made of.
 *
 * @param turns whatever touches automations in place goes by these
 */
public record DeploymentParts(
        SuggestionBook book,
        SafetyGate gate,
        DeploymentRepository versions,
        AutomationTarget target,
        OneAtATime turns,
        WireJson json) {}
