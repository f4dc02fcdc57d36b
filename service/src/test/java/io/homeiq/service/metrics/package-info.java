/**
 * Tests of the package of the same name.
 * They know nothing of other services.
 */
@NullMarked
package io.homeiq.service.metrics;

import org.jspecify.annotations.NullMarked;
