/**
 * Synthetic homes with known habits and noise, generated from a seed.
 * It must not know a framework, JSON, SQL, a clock or a logger, and no detector: what it generates is the judge of them.
 */
@NullMarked
package io.homeiq.simulation;

import org.jspecify.annotations.NullMarked;
