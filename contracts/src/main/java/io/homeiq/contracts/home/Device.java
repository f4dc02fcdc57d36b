package io.homeiq.contracts.home;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A physical or logical device; its entities are what one sees and switches.
 *
 * @param parentDeviceId the device that this one is a part of; its area counts where this one has none
 * @param labels in alphabetical order
 */
public record Device(
        String id,
        @Nullable String name,
        @Nullable String areaId,
        @Nullable String parentDeviceId,
        @Nullable String manufacturer,
        @Nullable String model,
        Set<String> labels) {

    public Device {
        labels = Collections.unmodifiableSortedSet(new TreeSet<>(labels));
    }
}
