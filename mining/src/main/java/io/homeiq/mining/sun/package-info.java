/**
 * When the sun rises and sets where the home is.
 * It must not know habits or what happened in the home.
 */
@NullMarked
package io.homeiq.mining.sun;

import org.jspecify.annotations.NullMarked;
