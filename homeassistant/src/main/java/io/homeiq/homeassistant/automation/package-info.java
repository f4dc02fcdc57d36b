/**
 * Home Assistant's automations as rules, in both directions: the tree of its configuration, and the YAML around it.
 * It must not know how an automation gets to a Home Assistant, nor where a rule comes from.
 */
@NullMarked
package io.homeiq.homeassistant.automation;

import org.jspecify.annotations.NullMarked;
