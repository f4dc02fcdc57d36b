/**
 * Tests of the package of the same name.
 * They know nothing of other services.
 */
@NullMarked
package io.homeiq.query;

import org.jspecify.annotations.NullMarked;
