package io.homeiq.simulation.habit;

import io.homeiq.simulation.engine.HouseClock;
import io.homeiq.simulation.house.Furniture;
import io.homeiq.simulation.traits.Traits;

/** The home that habits are drawn for, and how many days it is looked at. */
public record Setting(Traits traits, Furniture furniture, HouseClock clock, int days) {}
