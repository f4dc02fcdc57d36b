/** Tests of the package. */
@NullMarked
package io.homeiq.store.suggestion;

import org.jspecify.annotations.NullMarked;
