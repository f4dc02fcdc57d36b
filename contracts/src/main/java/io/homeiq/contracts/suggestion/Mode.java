package io.homeiq.contracts.suggestion;

/** What becomes of habits once they are proven. */
public enum Mode {
    /** Nothing, unless somebody asks for it. */
    OFF,
    /** They are suggested. */
    SUGGEST,
    /** They are suggested, and watched on trial at once where their rule can be followed. */
    SHADOW
}
