/**
 * How automations of one home get in each other's way.
 * It must not know which devices are dangerous, nor where automations come from.
 */
@NullMarked
package io.homeiq.mining.safety.conflict;

import org.jspecify.annotations.NullMarked;
