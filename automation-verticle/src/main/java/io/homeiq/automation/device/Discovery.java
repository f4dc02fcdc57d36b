package io.homeiq.automation.device;

import io.homeiq.contracts.event.Topic;
import io.homeiq.contracts.home.HomeId;

/**
 * Where Home Assistant looks for devices.
 *
 * @param prefix of its topics for discovery; it tells below the same when it has come up
 */
public record Discovery(String prefix) {

    /** As Home Assistant has it unless somebody changed it. */
    public static final Discovery DEFAULT = new Discovery("homeassistant");

    public Discovery {
        if (prefix.isEmpty() || prefix.startsWith("/") || prefix.endsWith("/") || prefix.startsWith("$")) {
            throw new IllegalArgumentException("prefix must be a topic such as homeassistant, was: " + prefix);
        }
        // Refuses wildcards.
        new Topic(prefix);
    }

    /** Where the device of a home is described. */
    Topic document(HomeId home) {
        return new Topic(prefix + "/device/" + DiscoveryDocument.id(home) + "/config");
    }

    /** Where Home Assistant says {@code online} once it has come up. */
    Topic birth() {
        return new Topic(prefix + "/status");
    }
}
