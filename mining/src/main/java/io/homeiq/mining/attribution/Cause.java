package io.homeiq.mining.attribution;

/** Who or what set a state. */
public enum Cause {
    /** A person through Home Assistant: its pages, app or voice. */
    PERSON,
    AUTOMATION,
    SCRIPT,
    SCENE,
    /** A command that HomeIQ itself gave. */
    HOMEIQ,
    /** What a command led to, reported late under a context of its own. */
    ECHO,
    /** Follows from another entity: a group, a template, a twin entity of the same device. */
    DERIVED,
    /** Shown again after a restart or after the device was away. */
    RESTORE,
    /** A hand on the device itself, or its own maker's app. */
    PHYSICAL,
    UNKNOWN
}
