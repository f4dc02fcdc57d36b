/**
 * The days of the people of any home: when they are up, out and about, and what they use without a habit.
 * It must not know which habits are planted.
 */
@NullMarked
package io.homeiq.simulation.rhythm;

import org.jspecify.annotations.NullMarked;
