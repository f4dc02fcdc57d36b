/**
 * What a habit is: the kinds of habits, the deeds they are made of, and the replay of each over any days. The searches stand
 * in rooms of their own by kind ({@code daily}, {@code answer}, {@code group}, {@code span}), {@code search} asks all of them
 * about one entity, {@code proof} judges what they found, and {@code rule} makes rules of it.
 * It must not know the live or offline sources of events.
 */
@NullMarked
package io.homeiq.mining.habit;

import org.jspecify.annotations.NullMarked;
