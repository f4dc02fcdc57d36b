/**
 * Pure algorithms: attribution, detectors, significance, back-test and replay.
 * It must not know a framework, JSON, SQL, a clock or a logger: time and seeds are parameters.
 */
@NullMarked
package io.homeiq.mining;

import org.jspecify.annotations.NullMarked;
