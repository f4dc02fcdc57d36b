/**
 * What makes a simulated home run: chance, time, states, contexts and the log, event by event from an agenda.
 * It must not know which things a home has, who lives there or what they do.
 */
@NullMarked
package io.homeiq.simulation.engine;

import org.jspecify.annotations.NullMarked;
