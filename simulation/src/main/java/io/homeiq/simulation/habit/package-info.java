/**
 * Habits of every kind that are planted in the homes of the benchmark, and how people follow them.
 * It must not know how any detector looks for them.
 */
@NullMarked
package io.homeiq.simulation.habit;

import org.jspecify.annotations.NullMarked;
