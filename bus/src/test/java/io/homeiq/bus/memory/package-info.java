/** The bus inside one process. */
@NullMarked
package io.homeiq.bus.memory;

import org.jspecify.annotations.NullMarked;
