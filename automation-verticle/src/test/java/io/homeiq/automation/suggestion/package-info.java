/**
 * Tests of what the suggestions are made with.
 * They must not need any input or output.
 */
@NullMarked
package io.homeiq.automation.suggestion;

import org.jspecify.annotations.NullMarked;
