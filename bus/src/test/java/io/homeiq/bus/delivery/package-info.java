/** How handlers are called. */
@NullMarked
package io.homeiq.bus.delivery;

import org.jspecify.annotations.NullMarked;
