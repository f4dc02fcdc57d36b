/** The search for what people do upon a change or a crossed limit, and under which conditions. */
@NullMarked
package io.homeiq.mining.habit.answer;

import org.jspecify.annotations.NullMarked;
