package io.homeiq.simulation.engine;

/** Something that makes the home live. At the start of each day it puts down what it will do. */
@FunctionalInterface
public interface Part {

    void plan(Day day);
}
