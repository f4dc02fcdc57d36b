/**
 * The pattern service: runs the detectors live and in the daily analysis, and announces what they find.
 * It is wiring alone and must not know any other service.
 */
@NullMarked
package io.homeiq.pattern;

import org.jspecify.annotations.NullMarked;
