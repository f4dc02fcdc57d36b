package io.homeiq.simulation;

/** The home of two people that the demonstration and the tests use. */
public final class SampleHome {

    private SampleHome() {}

    /** The home that the settings describe; making it costs nothing, asking it for its events does. */
    public static SimulatedHome generate(SimulationSettings settings) {
        return new SimulatedHome(settings);
    }
}
