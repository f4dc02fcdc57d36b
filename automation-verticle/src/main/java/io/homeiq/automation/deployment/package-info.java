/**
 * Approved suggestions become automations, and automations are taken back: one at a time, again after a failure, never twice.
 * It must not know how a suggestion came about.
 */
@NullMarked
package io.homeiq.automation.deployment;

import org.jspecify.annotations.NullMarked;
