/** Tests of the package. */
@NullMarked
package io.homeiq.pattern.schedule;

import org.jspecify.annotations.NullMarked;
