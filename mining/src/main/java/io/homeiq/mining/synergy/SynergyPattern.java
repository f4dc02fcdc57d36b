package io.homeiq.mining.synergy;

import io.homeiq.contracts.pattern.Finding;
import io.homeiq.contracts.pattern.Pattern;
import io.homeiq.contracts.pattern.PatternId;
import io.homeiq.contracts.pattern.PatternKind;
import io.homeiq.contracts.synergy.Synergy;
import io.homeiq.mining.timeline.Household;
import java.time.Instant;

/** A synergy as a pattern that is never proposed by itself. */
final class SynergyPattern {

    private SynergyPattern() {}

    static Pattern of(Synergy synergy, double qValue, Household home) {
        return new Pattern(
                new PatternId(synergy.id().value()),
                PatternKind.SYNERGY,
                synergy.entities().get(1),
                synergy.rule(),
                synergy.confidence(),
                qValue,
                synergy.correlation().followed(),
                Instant.ofEpochMilli(home.days().firstTime()),
                Instant.ofEpochMilli(home.days().lastTime()),
                null,
                new Finding.NotProposed("These " + synergy.depth() + " would go well together: you did so by hand at "
                        + synergy.correlation().followed() + " of "
                        + synergy.correlation().occasions()
                        + " occasions, which is no proven habit"));
    }
}
