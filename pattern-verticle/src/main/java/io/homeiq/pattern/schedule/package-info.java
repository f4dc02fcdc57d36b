/**
 * When the analysis of each night is due.
 * It must not know how an analysis is done, or what the time is now.
 */
@NullMarked
package io.homeiq.pattern.schedule;

import org.jspecify.annotations.NullMarked;
