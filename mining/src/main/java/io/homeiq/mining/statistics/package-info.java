/**
 * The few tests and measures by which chance is told from habit, each with its source.
 * It must not know homes or rules.
 */
@NullMarked
package io.homeiq.mining.statistics;

import org.jspecify.annotations.NullMarked;
