/**
 * Tests of the package of the same name.
 * They know nothing of other services.
 */
@NullMarked
package io.homeiq.data.history;

import org.jspecify.annotations.NullMarked;
