/** The bus over MQTT, with real brokers. */
@NullMarked
package io.homeiq.bus.mqtt;

import org.jspecify.annotations.NullMarked;
