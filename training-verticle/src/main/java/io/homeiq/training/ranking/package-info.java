/**
 * The training of the model that ranks suggestions: synthetic homes, what is found in them, and whether it was planted there.
 * It must not know where runs and models are kept.
 */
@NullMarked
package io.homeiq.training.ranking;

import org.jspecify.annotations.NullMarked;
