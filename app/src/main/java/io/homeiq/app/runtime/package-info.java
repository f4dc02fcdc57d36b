/**
 * Puts the parts together: broker, bus, databases and the services that this process runs.
 * It must not know what the services do, only what they are made of.
 */
@NullMarked
package io.homeiq.app.runtime;

import org.jspecify.annotations.NullMarked;
