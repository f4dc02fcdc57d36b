package io.homeiq.store.suggestion;

import io.homeiq.contracts.event.DeploymentTarget;
import io.homeiq.contracts.rule.Automation;
import io.homeiq.contracts.suggestion.SuggestionId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An automation as it was put in place once.
 *
 * @param automationId its config id there
 * @param version 1 for the first one under this id, then counting up
 * @param contentHash of what was written, to see whether someone has edited it since
 * @param previous what was there before, as the target gave it; null: nothing
 * @param location its entity id in Home Assistant, or the path of the file relative to the data folder
 * @param deployedAt to the millisecond
 * @param rolledBackAt to the millisecond; null while it is not taken back
 */
public record DeployedVersion(
        String automationId,
        int version,
        SuggestionId suggestionId,
        Automation automation,
        String contentHash,
        @Nullable String previous,
        DeploymentTarget target,
        String location,
        Instant deployedAt,
        @Nullable Instant rolledBackAt) {

    public DeployedVersion {
        if (version < 1) {
            throw new IllegalArgumentException("version must be 1 or more, was: " + version);
        }
    }

    /** One that was not taken back. */
    public DeployedVersion(
            String automationId,
            int version,
            SuggestionId suggestionId,
            Automation automation,
            String contentHash,
            @Nullable String previous,
            DeploymentTarget target,
            String location,
            Instant deployedAt) {
        this(
                automationId,
                version,
                suggestionId,
                automation,
                contentHash,
                previous,
                target,
                location,
                deployedAt,
                null);
    }
}
