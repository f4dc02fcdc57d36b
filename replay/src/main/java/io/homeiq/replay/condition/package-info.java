/**
 * The conditions of an automation and of its actions, as Home Assistant evaluates them.
 * It must not know what depends on the result.
 */
@NullMarked
package io.homeiq.replay.condition;

import org.jspecify.annotations.NullMarked;
