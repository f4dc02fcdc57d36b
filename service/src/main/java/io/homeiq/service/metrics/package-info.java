/**
 * The numbers that a service shows to Prometheus.
 * It must not know what is counted.
 */
@NullMarked
package io.homeiq.service.metrics;

import org.jspecify.annotations.NullMarked;
