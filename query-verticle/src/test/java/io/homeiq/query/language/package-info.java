/**
 * Tests of the package of the same name.
 * They know nothing of services.
 */
@NullMarked
package io.homeiq.query.language;

import org.jspecify.annotations.NullMarked;
