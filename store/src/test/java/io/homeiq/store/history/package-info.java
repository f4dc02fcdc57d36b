/** Tests of the history. */
@NullMarked
package io.homeiq.store.history;

import org.jspecify.annotations.NullMarked;
