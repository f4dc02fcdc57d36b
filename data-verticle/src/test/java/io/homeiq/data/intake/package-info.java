/**
 * Tests of the package of the same name.
 * They know nothing of other services.
 */
@NullMarked
package io.homeiq.data.intake;

import org.jspecify.annotations.NullMarked;
