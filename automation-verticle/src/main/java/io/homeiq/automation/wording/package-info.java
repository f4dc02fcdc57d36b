/**
 * Other words for suggestions, from a language model that the owner may name. It must not know how rules are made, and
 * nothing that a model says ever reaches a rule.
 */
@NullMarked
package io.homeiq.automation.wording;

import org.jspecify.annotations.NullMarked;
