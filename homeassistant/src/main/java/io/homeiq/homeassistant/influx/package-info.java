/**
 * History from an InfluxDB that Home Assistant's own integration has filled: version 1 by InfluxQL, version 2 by Flux.
 * It must not know what is done with the events, nor where password and token come from.
 */
@NullMarked
package io.homeiq.homeassistant.influx;

import org.jspecify.annotations.NullMarked;
