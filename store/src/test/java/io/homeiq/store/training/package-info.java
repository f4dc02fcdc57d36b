/** Tests of the package. */
@NullMarked
package io.homeiq.store.training;

import org.jspecify.annotations.NullMarked;
