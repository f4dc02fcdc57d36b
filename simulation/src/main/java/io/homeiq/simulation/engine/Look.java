package io.homeiq.simulation.engine;

import io.homeiq.contracts.home.Attributes;

/** The attributes that an entity always has in a state. */
@FunctionalInterface
public interface Look {

    /** The same object each time, for speed. */
    Attributes in(String state);
}
