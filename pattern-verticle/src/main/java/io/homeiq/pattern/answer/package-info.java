/**
 * How answers about patterns and synergies are framed, and how a person's judgement of one is read.
 * It must not know what patterns and synergies are.
 */
@NullMarked
package io.homeiq.pattern.answer;

import org.jspecify.annotations.NullMarked;
