/**
 * Tests of the package of the same name.
 * They know nothing of other services.
 */
@NullMarked
package io.homeiq.training;

import org.jspecify.annotations.NullMarked;
