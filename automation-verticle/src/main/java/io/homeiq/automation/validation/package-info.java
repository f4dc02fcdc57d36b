/**
 * Judges automations that somebody wrote, without putting them anywhere.
 * It must not know suggestions or deployments.
 */
@NullMarked
package io.homeiq.automation.validation;

import org.jspecify.annotations.NullMarked;
