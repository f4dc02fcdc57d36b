package io.homeiq.mining.habit;

import java.util.List;

/**
 * What a search found.
 *
 * @param candidates those that stood out
 * @param tested how many hypotheses were tested for it, so that the rest can be corrected for them
 */
record Tested(List<Candidate> candidates, int tested) {

    static final Tested NOTHING = new Tested(List.of(), 0);

    Tested {
        candidates = List.copyOf(candidates);
    }
}
