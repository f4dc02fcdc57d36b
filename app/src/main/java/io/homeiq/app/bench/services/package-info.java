/**
 * Five processes on a real broker, measured as their users meet them.
 * It must not look into the services: only at what they answer and tell.
 */
@NullMarked
package io.homeiq.app.bench.services;

import org.jspecify.annotations.NullMarked;
