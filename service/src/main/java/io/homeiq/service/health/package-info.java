/**
 * Whether a service can do its work just now.
 * It must not know what is checked, only how long that may take.
 */
@NullMarked
package io.homeiq.service.health;

import org.jspecify.annotations.NullMarked;
