/**
 * Events and commands as a service sees them: announced with the change that they tell of, taken in once, set aside if unreadable.
 * It must not know what any event means.
 */
@NullMarked
package io.homeiq.service.event;

import org.jspecify.annotations.NullMarked;
