/**
 * Simulated time: what is due now, what is due later, and in which order within one instant.
 * It must not know homes, automations or why anything is due.
 */
@NullMarked
package io.homeiq.replay.loop;

import org.jspecify.annotations.NullMarked;
