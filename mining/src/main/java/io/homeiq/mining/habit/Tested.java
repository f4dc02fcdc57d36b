package io.homeiq.mining.habit;

import java.util.List;

/**
 * What a search found.
 *
 * @param candidates those that stood out
 * @param tested how many hypotheses were tested for it, so that the rest can be corrected for them
 */
public record Tested(List<Candidate> candidates, int tested) {

    public static final Tested NOTHING = new Tested(List.of(), 0);

    public Tested {
        candidates = List.copyOf(candidates);
    }
}
