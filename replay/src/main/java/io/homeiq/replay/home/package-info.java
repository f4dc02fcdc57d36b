/**
 * A home at one simulated instant: the states of its entities and the events that pass through it.
 * It must not know automations.
 */
@NullMarked
package io.homeiq.replay.home;

import org.jspecify.annotations.NullMarked;
