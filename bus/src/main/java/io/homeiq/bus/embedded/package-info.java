/**
 * An MQTT broker inside this process, for homes that have none: MQTT 3.1.1 and 5, in memory, bounded, on one thread.
 * It knows nothing of the bus that talks to it, nor of what a message means.
 */
@NullMarked
package io.homeiq.bus.embedded;

import org.jspecify.annotations.NullMarked;
