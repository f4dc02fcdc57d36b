package io.homeiq.mining.attribution;

import io.homeiq.contracts.home.EntityId;
import org.jspecify.annotations.Nullable;

/**
 * Who is taken to have caused a change.
 *
 * @param person the user id, where one is known
 * @param automation the automation, script or scene behind it, where one is known
 * @param probability 0 to 1, that the cause is right
 * @param act whether it is a person's own decision about this entity: the only thing that habits are made of
 */
public record Attribution(
        Cause cause, @Nullable String person, @Nullable EntityId automation, double probability, boolean act) {

    static Attribution machine(Cause cause, @Nullable EntityId automation, double probability) {
        return new Attribution(cause, null, automation, probability, false);
    }

    static Attribution byHand(Cause cause, @Nullable String person, double probability) {
        return new Attribution(cause, person, null, probability, true);
    }
}
