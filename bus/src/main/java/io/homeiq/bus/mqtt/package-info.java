/**
 * The bus over an MQTT broker, with one connection that is made anew whenever it breaks.
 * It knows no particular broker, and nothing above MQTT 3.1.1.
 */
@NullMarked
package io.homeiq.bus.mqtt;

import org.jspecify.annotations.NullMarked;
