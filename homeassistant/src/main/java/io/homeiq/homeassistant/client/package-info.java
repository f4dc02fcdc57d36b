/**
 * Talks to one Home Assistant: its WebSocket API, its REST API, and what can go wrong with them.
 * It must not know what the answers are used for.
 */
@NullMarked
package io.homeiq.homeassistant.client;

import org.jspecify.annotations.NullMarked;
