package io.homeiq.simulation.rhythm;

import io.homeiq.simulation.engine.World;
import io.homeiq.simulation.house.Furniture;
import io.homeiq.simulation.life.Hands;

/** The home in which people live: what is there, who is in, and how things are done by hand. */
public record Stage(World world, Furniture furniture, Occupants occupants, Hands hands) {}
