package io.homeiq.simulation.engine;

/** Hears of the changes of entities that it watches, at the moment at which they happen. */
@FunctionalInterface
public interface Reactor {

    void accept(Change change);
}
