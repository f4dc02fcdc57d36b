/**
 * What the owner chose for HomeIQ as a whole: what becomes of proven habits, and whether any are learned.
 * It must not know where that is shown or who obeys it.
 */
@NullMarked
package io.homeiq.automation.mode;

import org.jspecify.annotations.NullMarked;
