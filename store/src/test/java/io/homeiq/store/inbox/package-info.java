/** Tests of the package. */
@NullMarked
package io.homeiq.store.inbox;

import org.jspecify.annotations.NullMarked;
