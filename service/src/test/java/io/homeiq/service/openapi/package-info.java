/**
 * Tests of how a service describes itself.
 * They know no service.
 */
@NullMarked
package io.homeiq.service.openapi;

import org.jspecify.annotations.NullMarked;
