/** From what stands out on the learned days to what is proven on the held-out days, and what became of it since. */
@NullMarked
package io.homeiq.mining.habit.proof;

import org.jspecify.annotations.NullMarked;
