/**
 * Tests of the whole service: its verticle with a bus in memory, a database in a file and a target that the test holds in its hand.
 * They must not know how the service is made inside.
 */
@NullMarked
package io.homeiq.automation;

import org.jspecify.annotations.NullMarked;
