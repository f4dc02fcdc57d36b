package io.homeiq.store.outbox;

import io.homeiq.contracts.event.EventId;
import io.homeiq.contracts.event.Topic;

/**
 * An event ready to be published.
 *
 * @param payload a CloudEvent in UTF-8; not copied, and nobody changes it
 * @param eventId of the event in the payload; the same each time it is published again
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; a copy for each publish would serve nothing
public record OutboxMessage(Topic topic, byte[] payload, EventId eventId) {}
