/**
 * The form in which what a miner knows is kept between two runs: numbers, flags and texts, one after the other.
 * It must not know whose they are.
 */
@NullMarked
package io.homeiq.mining.memory;

import org.jspecify.annotations.NullMarked;
