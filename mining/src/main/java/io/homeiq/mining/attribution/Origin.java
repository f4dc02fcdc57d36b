package io.homeiq.mining.attribution;

import io.homeiq.contracts.home.EntityId;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a context: who opened it.
 *
 * @param agent the automation, script or scene that acts under it; null for a person's call
 * @param person the user id of a person who asked, if one did
 */
record Origin(
        Cause cause, @Nullable EntityId agent, @Nullable String person) {

    Attribution attribution(double probability) {
        return new Attribution(cause, person, agent, probability, cause == Cause.PERSON);
    }
}
