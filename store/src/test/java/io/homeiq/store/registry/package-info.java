/** Tests of the package. */
@NullMarked
package io.homeiq.store.registry;

import org.jspecify.annotations.NullMarked;
