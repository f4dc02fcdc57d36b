package io.homeiq.contracts.home;

/**
 * An account of Home Assistant.
 *
 * @param systemGenerated true for accounts of apps such as the Supervisor: what they do is not a person's act
 */
public record User(String id, String name, boolean systemGenerated, boolean active) {}
