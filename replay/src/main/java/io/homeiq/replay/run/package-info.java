/**
 * Runs of a list of actions: step by step, waiting, stopped, one at a time or several, as Home Assistant's scripts.
 * It must not know what the single actions do.
 */
@NullMarked
package io.homeiq.replay.run;

import org.jspecify.annotations.NullMarked;
