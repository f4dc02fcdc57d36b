/** The search for what people do together: scenes, and steps in order. */
@NullMarked
package io.homeiq.mining.habit.group;

import org.jspecify.annotations.NullMarked;
