/**
 * What happens in the home, on its way from Home Assistant into the log and out to the bell.
 * It must not know HTTP.
 */
@NullMarked
package io.homeiq.data.intake;

import org.jspecify.annotations.NullMarked;
