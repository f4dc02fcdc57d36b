/**
 * How a part of an automation goes wrong while it runs, as Home Assistant tells it apart.
 * It must not know who catches it.
 */
@NullMarked
package io.homeiq.replay.fault;

import org.jspecify.annotations.NullMarked;
