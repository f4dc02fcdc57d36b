/**
 * Follows the home live for what this service has to do with it: automations in place, and suggestions on trial.
 * It must not know what becomes of what it notices.
 */
@NullMarked
package io.homeiq.automation.watch;

import org.jspecify.annotations.NullMarked;
