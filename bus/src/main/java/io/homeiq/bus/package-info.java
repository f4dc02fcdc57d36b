/**
 * Publish and subscribe: the port that services talk through; its MQTT form, its form in memory and the embedded broker live in the packages below.
 * It knows no SQL, no Home Assistant and nothing of what a message means.
 */
@NullMarked
package io.homeiq.bus;

import org.jspecify.annotations.NullMarked;
