/**
 * What consumers have dealt with already, so that an event that is delivered again has no second effect.
 * It must not know what the events say.
 */
@NullMarked
package io.homeiq.store.inbox;

import org.jspecify.annotations.NullMarked;
