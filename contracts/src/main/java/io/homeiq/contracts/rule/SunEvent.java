package io.homeiq.contracts.rule;

/** When the sun crosses the horizon. */
public enum SunEvent {
    SUNRISE,
    SUNSET
}
