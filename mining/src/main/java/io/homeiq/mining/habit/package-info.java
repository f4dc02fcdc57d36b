/**
 * Detectors of habits and the replay that proves them on days they were not learned from.
 * It must not know the live or offline sources of events.
 */
@NullMarked
package io.homeiq.mining.habit;

import org.jspecify.annotations.NullMarked;
