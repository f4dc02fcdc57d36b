/**
 * Suggestions in shadow: watched live, never acting, until the owner promotes or drops them.
 * It must not know how an automation is put in place.
 */
@NullMarked
package io.homeiq.automation.trial;

import org.jspecify.annotations.NullMarked;
