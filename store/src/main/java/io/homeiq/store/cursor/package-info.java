/**
 * How far each consumer has read the history.
 * It must not know what is read.
 */
@NullMarked
package io.homeiq.store.cursor;

import org.jspecify.annotations.NullMarked;
