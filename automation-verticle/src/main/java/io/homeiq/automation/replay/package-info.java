/**
 * What an automation would have done in this home.
 * It must not know how an automation is replayed, nor where the history lies.
 */
@NullMarked
package io.homeiq.automation.replay;

import org.jspecify.annotations.NullMarked;
