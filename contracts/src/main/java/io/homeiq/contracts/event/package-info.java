/**
 * Events and commands on the home's bus: their types, payloads, envelope and topics.
 * It must not know the broker or the JSON text.
 */
@NullMarked
package io.homeiq.contracts.event;

import org.jspecify.annotations.NullMarked;
