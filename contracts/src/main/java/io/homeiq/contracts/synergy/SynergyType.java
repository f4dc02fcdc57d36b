package io.homeiq.contracts.synergy;

/** Which kinds of devices go together: what happens first, then what answers it. */
public enum SynergyType {
    /** Light where somebody moves. */
    MOTION_LIGHT,
    /** Air where somebody moves, such as in a bathroom. */
    MOTION_FAN,
    /** A plug, such as that of a lamp without a bulb of its own, where somebody moves. */
    MOTION_SWITCH,
    /** Light behind a door that is opened. */
    DOOR_LIGHT,
    /** Heating or cooling off while a window is open. */
    WINDOW_CLIMATE,
    /** Light when somebody comes home. */
    PRESENCE_LIGHT,
    /** Heating or cooling when somebody comes home. */
    PRESENCE_CLIMATE,
    /** Light beside what is watched or heard. */
    MEDIA_LIGHT
}
