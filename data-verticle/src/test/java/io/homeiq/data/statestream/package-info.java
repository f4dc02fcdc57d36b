/**
 * Tests of the way in over the states that Home Assistant publishes.
 * They must not know more of Home Assistant than what it puts on the broker.
 */
@NullMarked
package io.homeiq.data.statestream;

import org.jspecify.annotations.NullMarked;
