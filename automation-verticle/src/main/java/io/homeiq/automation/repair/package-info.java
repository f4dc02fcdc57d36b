/**
 * Suggestions to change or take away an automation that people keep undoing.
 * It must not know how they are put in place.
 */
@NullMarked
package io.homeiq.automation.repair;

import org.jspecify.annotations.NullMarked;
