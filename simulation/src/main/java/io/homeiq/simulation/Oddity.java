package io.homeiq.simulation;

import io.homeiq.contracts.home.EntityId;
import java.time.Instant;

/**
 * Something that broke the usual order of a home, once.
 *
 * @param description in plain words
 */
public record Oddity(EntityId entity, Instant time, String description) {}
