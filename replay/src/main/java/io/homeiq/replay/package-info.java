/**
 * What an automation would have done: Home Assistant's semantics over a history, in simulated time.
 * It must not know files, JSON, databases or a clock.
 */
@NullMarked
package io.homeiq.replay;

import org.jspecify.annotations.NullMarked;
