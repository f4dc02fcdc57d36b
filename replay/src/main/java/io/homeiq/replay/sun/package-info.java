/**
 * When the sun rises and sets and how high it stands, to the second as Home Assistant reckons it.
 * It must not know homes or automations.
 */
@NullMarked
package io.homeiq.replay.sun;

import org.jspecify.annotations.NullMarked;
