/**
 * Self-contained cases of replay as lines of JSON, and the answers to them.
 * It must not know how an automation is replayed.
 */
@NullMarked
package io.homeiq.homeassistant.cases;

import org.jspecify.annotations.NullMarked;
