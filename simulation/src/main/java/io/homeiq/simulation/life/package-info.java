/**
 * How the people of a simulated home spend their days: when they wake, leave, return and sleep, and what they do without
 * any routine. It must not know the routines that they also have.
 */
@NullMarked
package io.homeiq.simulation.life;

import org.jspecify.annotations.NullMarked;
