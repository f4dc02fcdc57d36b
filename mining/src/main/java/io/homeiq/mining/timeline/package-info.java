/**
 * What each entity did over time, compact and bounded, and the home's calendar.
 * It must not know how habits are found in it.
 */
@NullMarked
package io.homeiq.mining.timeline;

import org.jspecify.annotations.NullMarked;
