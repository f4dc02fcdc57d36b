/**
 * Tests of the package of the same name.
 * They know nothing of other services.
 */
@NullMarked
package io.homeiq.data.health;

import org.jspecify.annotations.NullMarked;
