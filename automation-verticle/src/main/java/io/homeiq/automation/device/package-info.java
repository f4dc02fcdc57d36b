/**
 * The device HomeIQ in Home Assistant, by MQTT discovery: what it shows, and what its buttons do.
 * It must not know how a decision is carried out, or what a broker is.
 */
@NullMarked
package io.homeiq.automation.device;

import org.jspecify.annotations.NullMarked;
