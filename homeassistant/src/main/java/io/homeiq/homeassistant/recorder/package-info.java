/**
 * Writes history as a recorder database that Home Assistant itself starts on.
 * It must not know where the history comes from, and never touches a database that is there already.
 */
@NullMarked
package io.homeiq.homeassistant.recorder;

import org.jspecify.annotations.NullMarked;
