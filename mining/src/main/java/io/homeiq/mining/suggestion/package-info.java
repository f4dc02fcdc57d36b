/**
 * Proven habits told in plain words and framed as automations.
 * It must not know who reads them.
 */
@NullMarked
package io.homeiq.mining.suggestion;

import org.jspecify.annotations.NullMarked;
