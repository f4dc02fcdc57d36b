/**
 * The synergies found by the last analysis of each home. Owner: the pattern service.
 * It must not know how synergies are found, or what becomes of them.
 */
@NullMarked
package io.homeiq.store.synergy;

import org.jspecify.annotations.NullMarked;
