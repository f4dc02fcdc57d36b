/**
 * Makes {@code docs/events.md} from schemas and samples, and compares it with the one that is there.
 * It must not know more of the events than these say.
 */
@NullMarked
package io.homeiq.contracts.docs;

import org.jspecify.annotations.NullMarked;
