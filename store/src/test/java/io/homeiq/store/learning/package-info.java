/** Tests of the package. */
@NullMarked
package io.homeiq.store.learning;

import org.jspecify.annotations.NullMarked;
