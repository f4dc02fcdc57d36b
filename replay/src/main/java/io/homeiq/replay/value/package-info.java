/**
 * Values as Python has them, in which Home Assistant thinks: when two are equal, what counts as a number, what is true,
 * how long a time period is, how a value looks as text. {@code null} is None; numbers are {@code Long},
 * {@code BigInteger} and {@code Double}.
 * It must not know homes or automations.
 */
@NullMarked
package io.homeiq.replay.value;

import org.jspecify.annotations.NullMarked;
