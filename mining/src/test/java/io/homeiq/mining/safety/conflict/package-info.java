/**
 * Tests of how automations get in each other's way.
 * They must not need any input or output.
 */
@NullMarked
package io.homeiq.mining.safety.conflict;

import org.jspecify.annotations.NullMarked;
