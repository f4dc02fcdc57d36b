package io.homeiq.automation.deployment;

import io.homeiq.contracts.event.DeploymentTarget;
import io.homeiq.contracts.rule.Verbatim;
import org.jspecify.annotations.Nullable;

/**
 * What was put in place, as the target told it.
 *
 * @param location its entity id in Home Assistant, or the path of the file relative to the data folder
 * @param previous what stood there before; null if nothing did
 * @param replaced whether a person had changed what stood there
 */
record DeployedContent(
        DeploymentTarget target,
        String location,
        String contentHash,
        @Nullable Verbatim previous,
        boolean replaced) {}
