/**
 * What an automation does, as far as that can be told: upon which occasions, under which conditions, with what effect on which entities.
 * It must not know how automations are written down, nor what is dangerous.
 */
@NullMarked
package io.homeiq.mining.safety.conduct;

import org.jspecify.annotations.NullMarked;
