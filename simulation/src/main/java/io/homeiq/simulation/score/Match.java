package io.homeiq.simulation.score;

/**
 * A suggestion says the same as a planted routine.
 *
 * @param whole false: only some steps of a sequence or scene
 * @param timing the time, the offset to the sun, the class of delay, or the limit of a number is right
 * @param state the state and level are right
 * @param conditions where the routine holds under conditions only, the suggestion has some as well
 */
public record Match(boolean whole, boolean timing, boolean state, boolean conditions) {}
