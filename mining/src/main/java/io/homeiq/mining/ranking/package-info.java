/**
 * Which of the things found deserves the owner's attention first: a small model over the evidence of each, its fit and its quality.
 * It must not know where examples come from, or where a model is kept.
 */
@NullMarked
package io.homeiq.mining.ranking;

import org.jspecify.annotations.NullMarked;
