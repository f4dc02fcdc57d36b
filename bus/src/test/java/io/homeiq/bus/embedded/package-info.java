@NullMarked
package io.homeiq.bus.embedded;

import org.jspecify.annotations.NullMarked;
