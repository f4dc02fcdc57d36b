package io.homeiq.data.statestream;

import io.homeiq.bus.Bus;
import io.homeiq.contracts.json.WireJson;
import io.homeiq.data.home.KnownHome;
import io.homeiq.data.intake.EventIntake;
import io.homeiq.service.metrics.Metrics;
import java.time.InstantSource;

/**
 * What a {@link StatestreamFeed} is made of.
 *
 * @param topic the {@code base_topic} of Home Assistant's {@code mqtt_statestream}, without a slash at its end
 */
public record StatestreamParts(
        String topic,
        Bus bus,
        EventIntake intake,
        KnownHome home,
        WireJson json,
        Metrics metrics,
        InstantSource clock) {}
