/**
 * HomePatternBench: homes of all kinds, each from a seed, with the truth about them; frozen by version.
 * It must not know how anything is found in them, nor how findings are scored.
 */
@NullMarked
package io.homeiq.simulation.bench;

import org.jspecify.annotations.NullMarked;
