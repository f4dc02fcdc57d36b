/**
 * How devices answer when a service is called: which state they take.
 * It must not know who calls.
 */
@NullMarked
package io.homeiq.replay.device;

import org.jspecify.annotations.NullMarked;
