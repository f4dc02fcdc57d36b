/**
 * The rule model in the middle: what starts it, what must hold, what it does, in Home Assistant's own terms.
 * It must not know the text forms that Home Assistant or the wire give to a rule.
 */
@NullMarked
package io.homeiq.contracts.rule;

import org.jspecify.annotations.NullMarked;
