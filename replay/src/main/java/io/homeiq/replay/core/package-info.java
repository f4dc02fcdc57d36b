/**
 * What the parts of a replayed automation share: time, states, place, templates, and variables.
 * It must not know triggers, conditions or actions.
 */
@NullMarked
package io.homeiq.replay.core;

import org.jspecify.annotations.NullMarked;
