/** The search for what people do every day: by the clock or by the sun. */
@NullMarked
package io.homeiq.mining.habit.daily;

import org.jspecify.annotations.NullMarked;
