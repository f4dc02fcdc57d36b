/**
 * Real parts and fixtures for tests: a mosquitto process, a Home Assistant, free ports and a clock that a test moves.
 * It is only ever on a test class path and must not know any service.
 */
@NullMarked
package io.homeiq.testing;

import org.jspecify.annotations.NullMarked;
