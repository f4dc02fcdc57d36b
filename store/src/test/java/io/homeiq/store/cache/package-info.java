/** Tests of the package. */
@NullMarked
package io.homeiq.store.cache;

import org.jspecify.annotations.NullMarked;
