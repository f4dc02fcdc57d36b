/**
 * Puts an approved automation where it works, a Home Assistant or a file, finds it again, and takes it away without ever touching
 * what a person changed. It must not know why an automation is deployed, and remembers nothing.
 */
@NullMarked
package io.homeiq.homeassistant.deploy;

import org.jspecify.annotations.NullMarked;
