package io.homeiq.simulation.traits;

/**
 * What misleads a detector in this home.
 *
 * @param automations how many automations the people have set up
 * @param hubRules how many rules run within a maker's hub, of which Home Assistant sees the outcome alone
 * @param deviceTimers how many devices have a schedule or a timer of their own
 * @param chattySensors how many sensors report every minute or so
 * @param groups whether there are groups, templates and twin entities
 * @param shortcuts whether there are a scene and a script that people ask for
 * @param holiday whether everybody goes away for some days
 * @param guests share of the evenings before free days with guests, 0 to 1
 * @param restarts how many days lie between two restarts of Home Assistant
 * @param popular share of the things that people use all the time, 0 to 1
 */
public record Confounders(
        int automations,
        int hubRules,
        int deviceTimers,
        int chattySensors,
        boolean groups,
        boolean shortcuts,
        boolean holiday,
        double guests,
        int restarts,
        double popular) {}
