/**
 * What happens in a simulated home without anybody's doing: automations, appliances, sensors, daylight, outages.
 * It must not know who lives there, nor their habits.
 */
@NullMarked
package io.homeiq.simulation.machine;

import org.jspecify.annotations.NullMarked;
