/** Tests of the package. */
@NullMarked
package io.homeiq.store.pattern;

import org.jspecify.annotations.NullMarked;
