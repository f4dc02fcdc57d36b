/**
 * How it stands with all that HomeIQ consists of and leans on, for people and for whoever watches it: services and dependencies.
 * It must not know what the services do.
 */
@NullMarked
package io.homeiq.data.health;

import org.jspecify.annotations.NullMarked;
