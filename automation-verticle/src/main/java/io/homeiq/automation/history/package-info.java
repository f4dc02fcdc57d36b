/**
 * How this service reads what happened in the home.
 * It must not know what the events are read for.
 */
@NullMarked
package io.homeiq.automation.history;

import org.jspecify.annotations.NullMarked;
