/** Tests of the package. */
@NullMarked
package io.homeiq.store.analysis;

import org.jspecify.annotations.NullMarked;
