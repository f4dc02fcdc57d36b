/**
 * What a simulated home consists of: rooms, devices, entities, people, and what services do to them.
 * It must not know what anybody does there, nor when.
 */
@NullMarked
package io.homeiq.simulation.house;

import org.jspecify.annotations.NullMarked;
