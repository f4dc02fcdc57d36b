/**
 * Devices that would go well together, and what in the home's history speaks for it.
 * It must not know how they are found.
 */
@NullMarked
package io.homeiq.contracts.synergy;

import org.jspecify.annotations.NullMarked;
