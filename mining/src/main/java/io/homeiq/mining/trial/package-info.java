/**
 * A rule in shadow: what it would do now, beside what people do.
 * It hears events and never acts; it must not know where they come from, or what becomes of the rule.
 */
@NullMarked
package io.homeiq.mining.trial;

import org.jspecify.annotations.NullMarked;
