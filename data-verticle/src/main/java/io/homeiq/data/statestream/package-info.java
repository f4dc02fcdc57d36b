/**
 * Follows a home by what its Home Assistant publishes with {@code mqtt_statestream}: loose messages become changes of the log.
 * It must not know of HTTP, nor of the other ways in.
 */
@NullMarked
package io.homeiq.data.statestream;

import org.jspecify.annotations.NullMarked;
