package io.homeiq.mining.safety.conflict;

import io.homeiq.mining.safety.conduct.Effect;
import io.homeiq.mining.safety.conduct.Occasion;
import java.time.Duration;
import java.util.List;

/** What one automation does starts another. */
final class Chains {

    private Chains() {}

    /** The conflict that the link is. */
    static Conflict of(Loops.Link link) {
        boolean isByName = link.effect().isEmpty();
        boolean asks = !link.to().conduct().conditions().isEmpty()
                && !link.deed().domain().equals("automation");
        String words = Words.name(link.from().conduct()) + " " + link.doing() + ", which starts "
                + Words.name(link.to().conduct())
                + (isByName ? "" : later(link.to().occasion()))
                + (asks ? ", if its conditions hold." : ".");
        return Conflict.of(
                ConflictKind.CHAIN,
                Gravity.NOTE,
                List.of(link.from().conduct(), link.to().conduct()),
                link.effect().map(Effect::entity),
                words);
    }

    private static String later(Occasion occasion) {
        Duration hold = occasion instanceof Occasion.Becomes becomes ? becomes.hold() : Duration.ZERO;
        return hold.isZero() ? "" : " once it has been so for " + Words.duration(hold);
    }
}
