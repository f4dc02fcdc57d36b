/**
 * Zones on the map: who is within which, and {@code zone.home}.
 * It must not know triggers or conditions.
 */
@NullMarked
package io.homeiq.replay.zone;

import org.jspecify.annotations.NullMarked;
