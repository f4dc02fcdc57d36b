/**
 * The routines that are planted in a simulated home, and how people follow them. It must not know how any of them could
 * be found.
 */
@NullMarked
package io.homeiq.simulation.routine;

import org.jspecify.annotations.NullMarked;
