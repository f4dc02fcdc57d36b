/**
 * Stays connected to one Home Assistant and hands on everything that happens in the home: history first, then live, gaps refilled.
 * It must not know who listens, and keeps nothing but what is on its way.
 */
@NullMarked
package io.homeiq.homeassistant.live;

import org.jspecify.annotations.NullMarked;
