@NullMarked
package io.homeiq.bus.memory;

import org.jspecify.annotations.NullMarked;
