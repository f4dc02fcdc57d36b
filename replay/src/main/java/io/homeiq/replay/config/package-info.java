/**
 * Reads an automation's tree as strictly as Home Assistant does, in the spellings of all years.
 * It must not know what becomes of an automation when time passes.
 */
@NullMarked
package io.homeiq.replay.config;

import org.jspecify.annotations.NullMarked;
