/**
 * Tests of what is known of the home.
 * They must not need a Home Assistant.
 */
@NullMarked
package io.homeiq.data.home;

import org.jspecify.annotations.NullMarked;
