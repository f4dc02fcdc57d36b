/** The search for how long things stay on, for what is left on, and for coming, going, bedtime and waking. */
@NullMarked
package io.homeiq.mining.habit.span;

import org.jspecify.annotations.NullMarked;
