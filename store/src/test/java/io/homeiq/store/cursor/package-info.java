/** Tests of the package. */
@NullMarked
package io.homeiq.store.cursor;

import org.jspecify.annotations.NullMarked;
