/**
 * Who caused a change: a person, an automation, the device itself, or nobody.
 * It must not know what is concluded from it.
 */
@NullMarked
package io.homeiq.mining.attribution;

import org.jspecify.annotations.NullMarked;
