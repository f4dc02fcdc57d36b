/**
 * Tests of what deploying is made with.
 * They must not need any input or output.
 */
@NullMarked
package io.homeiq.automation.deployment;

import org.jspecify.annotations.NullMarked;
