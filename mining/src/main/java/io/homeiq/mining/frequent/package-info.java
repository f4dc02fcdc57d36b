/**
 * What occurs together often, in plain numbers. It must not know what the numbers stand for.
 */
@NullMarked
package io.homeiq.mining.frequent;

import org.jspecify.annotations.NullMarked;
