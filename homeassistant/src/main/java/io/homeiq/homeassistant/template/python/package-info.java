/**
 * Values as Python has them, and what its operators, methods and texts make of them.
 * It must not know Jinja, Home Assistant, or who asks.
 */
@NullMarked
package io.homeiq.homeassistant.template.python;

import org.jspecify.annotations.NullMarked;
