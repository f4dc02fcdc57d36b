/** Tests of the package. */
@NullMarked
package io.homeiq.store.query;

import org.jspecify.annotations.NullMarked;
