/**
 * Tests of the package of the same name.
 * They know nothing of the database or the bus.
 */
@NullMarked
package io.homeiq.training.ranking;

import org.jspecify.annotations.NullMarked;
