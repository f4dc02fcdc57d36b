/**
 * Tests of the package of the same name.
 * They know nothing of other services.
 */
@NullMarked
package io.homeiq.service.http;

import org.jspecify.annotations.NullMarked;
