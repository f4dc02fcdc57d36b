/**
 * Publish and subscribe: the port that services talk through, its MQTT and in-memory forms, and the embedded broker.
 * It knows no SQL, no Home Assistant and nothing of what an event means beyond its envelope.
 */
@NullMarked
package io.homeiq.bus;

import org.jspecify.annotations.NullMarked;
