/**
 * How a message gets to its handler: one at a time, in order, again after a failure.
 * It knows no broker and no protocol.
 */
@NullMarked
package io.homeiq.bus.delivery;

import org.jspecify.annotations.NullMarked;
