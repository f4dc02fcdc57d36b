/**
 * HomePatternBench run from end to end: homes are made up, mined as any history is, and measured against their truth.
 * It must not know how habits are found, and changes nothing of how they are.
 */
@NullMarked
package io.homeiq.app.evaluate;

import org.jspecify.annotations.NullMarked;
