/**
 * Devices that would go well together although nothing ties them yet.
 * It must not know where answers are kept, or what becomes of a synergy.
 */
@NullMarked
package io.homeiq.mining.synergy;

import org.jspecify.annotations.NullMarked;
