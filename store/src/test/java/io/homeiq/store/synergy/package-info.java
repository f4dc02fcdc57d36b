/** Tests of the package. */
@NullMarked
package io.homeiq.store.synergy;

import org.jspecify.annotations.NullMarked;
