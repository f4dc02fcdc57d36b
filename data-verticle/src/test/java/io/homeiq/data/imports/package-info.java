/**
 * Tests of the package of the same name.
 * They know nothing of other services.
 */
@NullMarked
package io.homeiq.data.imports;

import org.jspecify.annotations.NullMarked;
