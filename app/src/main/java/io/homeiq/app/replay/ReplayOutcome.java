package io.homeiq.app.replay;

import io.homeiq.app.analyze.SourceReading;
import io.homeiq.homeassistant.cases.ReplayText;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How a replay ended.
 *
 * @param readings how each source was read
 * @param reading how long that took
 * @param replaying how long all after it took
 */
public record ReplayOutcome(List<SourceReading> readings, Result result, Duration reading, Duration replaying) {

    public ReplayOutcome {
        readings = List.copyOf(readings);
    }

    /** What came of it. */
    public sealed interface Result {

        record Done(ReplayText text) implements Result {}

        /** Home Assistant does not load the automation, or it never comes to rest. */
        record Refused(String reason) implements Result {}

        /** There was no event in any source. */
        record NoHistory() implements Result {}
    }

    /** Sources that broke off, a line each. */
    public List<String> faults() {
        return readings.stream()
                .flatMap(reading -> Optional.ofNullable(reading.fault()).stream())
                .toList();
    }
}
