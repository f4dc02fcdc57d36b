package io.homeiq.simulation.house;

import io.homeiq.contracts.home.EntityId;

/** One entity of a furnished home, by what it is for and where it stands. */
public record Fixture(EntityId id, Role role, Room room) {}
