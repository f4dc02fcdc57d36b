/** The embedded broker, as strangers meet it. */
@NullMarked
package io.homeiq.bus.embedded;

import org.jspecify.annotations.NullMarked;
