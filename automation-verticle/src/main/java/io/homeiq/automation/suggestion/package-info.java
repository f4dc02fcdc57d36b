/**
 * The life of suggestions until someone has decided: made of patterns, kept up to date, approved, rejected, expired, shown.
 * It must not know how an automation is put in place.
 */
@NullMarked
package io.homeiq.automation.suggestion;

import org.jspecify.annotations.NullMarked;
