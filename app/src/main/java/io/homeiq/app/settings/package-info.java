/**
 * What can be set from outside: read once at the start, checked as a whole, passed on as values.
 * It must not know the parts that are configured by it.
 */
@NullMarked
package io.homeiq.app.settings;

import org.jspecify.annotations.NullMarked;
