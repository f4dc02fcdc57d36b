package io.homeiq.simulation.life;

import io.homeiq.simulation.engine.World;

/** The home as people use it: what is there, who is in, and how things are done by hand. */
public record Dwelling(World world, Household household, Hands hands, Motion motion, Doors doors) {}
