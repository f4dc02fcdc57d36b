/** Everything that is searched for in one entity's acts, and what is kept of it from day to day. */
@NullMarked
package io.homeiq.mining.habit.search;

import org.jspecify.annotations.NullMarked;
