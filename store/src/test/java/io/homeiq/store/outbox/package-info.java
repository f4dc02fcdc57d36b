/** Tests of the package. */
@NullMarked
package io.homeiq.store.outbox;

import org.jspecify.annotations.NullMarked;
