/** From a habit to the rule that would do the same, in words and as an automation. */
@NullMarked
package io.homeiq.mining.habit.rule;

import org.jspecify.annotations.NullMarked;
