/**
 * How log lines are written where logback's own ways are not enough. Knows nothing of what is logged.
 */
@NullMarked
package io.homeiq.app.log;

import org.jspecify.annotations.NullMarked;
