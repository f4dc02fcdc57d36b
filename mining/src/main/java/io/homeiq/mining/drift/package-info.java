/**
 * Whether what was once true of a habit still is: how surely people keep it now, and whether its time moved. It knows days
 * and counts alone; what a habit is, and how it is replayed, it must not know.
 */
@NullMarked
package io.homeiq.mining.drift;

import org.jspecify.annotations.NullMarked;
