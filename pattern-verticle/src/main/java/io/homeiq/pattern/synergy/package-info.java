/**
 * Synergies as clients see them, and the correlations that are known already.
 * It must not know how the history is read.
 */
@NullMarked
package io.homeiq.pattern.synergy;

import org.jspecify.annotations.NullMarked;
