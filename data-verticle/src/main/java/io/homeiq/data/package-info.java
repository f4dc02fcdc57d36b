/**
 * The Data API: takes in history and live changes, keeps them, and serves them.
 * It is wiring alone and must not know any other service.
 */
@NullMarked
package io.homeiq.data;

import org.jspecify.annotations.NullMarked;
