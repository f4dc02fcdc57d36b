/**
 * Regularities found in a home's history, with the held-out evidence for each.
 * It must not know how they are detected.
 */
@NullMarked
package io.homeiq.contracts.pattern;

import org.jspecify.annotations.NullMarked;
