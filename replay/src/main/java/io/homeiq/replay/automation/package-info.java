/**
 * An automation as it lives in Home Assistant: what sets it off, whether it runs, and what is noted of it.
 * It must not know where events come from.
 */
@NullMarked
package io.homeiq.replay.automation;

import org.jspecify.annotations.NullMarked;
