/**
 * When habits are learned, and when the owner did not want that. It must not know what learning is.
 */
@NullMarked
package io.homeiq.store.learning;

import org.jspecify.annotations.NullMarked;
