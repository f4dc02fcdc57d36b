/**
 * The triggers of an automation and of {@code wait_for_trigger}, each as Home Assistant's own.
 * It must not know what a trigger sets off.
 */
@NullMarked
package io.homeiq.replay.trigger;

import org.jspecify.annotations.NullMarked;
