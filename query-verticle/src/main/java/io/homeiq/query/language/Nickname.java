package io.homeiq.query.language;

import io.homeiq.contracts.home.EntityId;

/** The owner's own name for something, beside those that Home Assistant knows. */
public record Nickname(String name, EntityId entity) {}
