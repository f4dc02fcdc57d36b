package io.homeiq.homeassistant.automation;

import io.homeiq.mining.safety.conflict.ConflictKind;
import java.util.Set;

/**
 * Automations of which it is known how they get in each other's way.
 *
 * @param expected all that must be found; empty: nothing may be
 * @param yaml a list of automations
 */
record ConflictCase(String title, Set<ConflictKind> expected, String yaml) {}
