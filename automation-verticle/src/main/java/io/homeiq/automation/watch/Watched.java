package io.homeiq.automation.watch;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeRegistry;
import io.homeiq.contracts.suggestion.Suggestion;
import io.homeiq.store.suggestion.DeployedVersion;
import java.util.List;
import java.util.Optional;

/**
 * What is to be followed.
 *
 * @param inPlace automations of ours in Home Assistant, each in its version there
 * @param onTrial suggestions in shadow
 */
public record Watched(HomeRegistry registry, List<DeployedVersion> inPlace, List<Suggestion> onTrial) {

    public Watched {
        inPlace = List.copyOf(inPlace);
        onTrial = List.copyOf(onTrial);
    }

    boolean isNothing() {
        return inPlace.isEmpty() && onTrial.isEmpty();
    }

    /** The entity that an automation has in Home Assistant; empty where it only lies in a file. */
    public static Optional<EntityId> entityOf(DeployedVersion version) {
        try {
            EntityId entity = new EntityId(version.location());
            return entity.domain().equals("automation") ? Optional.of(entity) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
