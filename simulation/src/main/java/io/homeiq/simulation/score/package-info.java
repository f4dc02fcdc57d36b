/**
 * How findings are measured against the truth: what matches what, and the numbers that come of it.
 * It must not know where findings come from, nor how homes are made.
 */
@NullMarked
package io.homeiq.simulation.score;

import org.jspecify.annotations.NullMarked;
